-- False for good once somebody with 10,000 followers writes: from then on their followers look for it when they read.
ALTER TABLE "users" ADD COLUMN "fans_out" BOOLEAN NOT NULL DEFAULT true;

-- Whose home timeline is kept, and from which id on all of it is there.
CREATE TABLE "home_timelines" (
    "user_id" UUID NOT NULL,
    "filled" BOOLEAN NOT NULL DEFAULT false,
    "floor" UUID,
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "trimmed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "home_timelines_pkey" PRIMARY KEY ("user_id")
);

CREATE INDEX "home_timelines_read_at_idx" ON "home_timelines"("read_at");

CREATE INDEX "home_timelines_trimmed_at_idx" ON "home_timelines"("trimmed_at");

ALTER TABLE "home_timelines" ADD CONSTRAINT "home_timelines_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What may stand in a kept timeline. Without foreign keys, which would take a lock for each of thousands of rows.
CREATE TABLE "home_entries" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "tweet_id" UUID NOT NULL,

    CONSTRAINT "home_entries_pkey" PRIMARY KEY ("user_id","id")
);

-- The retweets among them.
CREATE INDEX "home_entries_retweets_idx" ON "home_entries"("user_id", "tweet_id", "id") WHERE "id" <> "tweet_id";

-- The newest tweets and retweets of a person, down to an id.
CREATE FUNCTION "newest_acts"("who" UUID, "most" INTEGER, "down_to" UUID) RETURNS TABLE ("id" UUID, "tweet_id" UUID) LANGUAGE sql STABLE AS $$
  SELECT act.id, act.tweet_id FROM (
    (SELECT t.id, t.id AS tweet_id FROM tweets t WHERE t.author_id = who AND t.deleted_at IS NULL AND t.id >= down_to ORDER BY t.id DESC LIMIT most)
    UNION ALL
    (SELECT r.id, r.tweet_id FROM retweets r WHERE r.user_id = who AND r.id >= down_to ORDER BY r.id DESC LIMIT most)
  ) act ORDER BY act.id DESC LIMIT most
$$;

-- Puts what somebody wrote into the kept timelines of their followers. Holds the writer, so that whoever follows them comes before or after.
CREATE FUNCTION "fan_out"("actor" UUID, "entry" UUID, "tweet" UUID) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
  writer users%ROWTYPE;
BEGIN
  SELECT * INTO writer FROM users WHERE id = actor FOR NO KEY UPDATE;
  IF writer.fans_out AND writer.followers_count < 10000 THEN
    -- Nobody else can have put in what is not committed, so this looks for no conflict, which costs a third.
    INSERT INTO home_entries (user_id, id, tweet_id)
      SELECT h.user_id, entry, tweet FROM follows f JOIN home_timelines h ON h.user_id = f.follower_id WHERE f.following_id = actor;
  ELSIF writer.fans_out THEN
    UPDATE users SET fans_out = false WHERE id = actor;
  END IF;
END
$$;

CREATE FUNCTION "fan_out_tweet"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM fan_out(NEW.author_id, NEW.id, NEW.id);
  RETURN NULL;
END
$$;

CREATE FUNCTION "fan_out_retweet"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM fan_out(NEW.user_id, NEW.id, NEW.tweet_id);
  RETURN NULL;
END
$$;

-- Puts what the followed wrote before into the follower's timeline, if that is kept. Holds that before it puts anything in, as whoever fills it does.
CREATE FUNCTION "fill_from_followed"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
  kept home_timelines%ROWTYPE;
BEGIN
  SELECT * INTO kept FROM home_timelines WHERE user_id = NEW.follower_id FOR UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  PERFORM FROM users WHERE id = NEW.following_id AND fans_out FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  WITH newest AS MATERIALIZED (
    SELECT act.id, act.tweet_id FROM newest_acts(NEW.following_id, 800, coalesce(kept.floor, '00000000-0000-0000-0000-000000000000')) act
  ), added AS (
    INSERT INTO home_entries (user_id, id, tweet_id) SELECT NEW.follower_id, newest.id, newest.tweet_id FROM newest ON CONFLICT DO NOTHING
  )
  UPDATE home_timelines h SET floor = greatest(h.floor, oldest.id)
    FROM (SELECT newest.id FROM newest ORDER BY newest.id DESC OFFSET 799 LIMIT 1) oldest WHERE h.user_id = NEW.follower_id;
  RETURN NULL;
END
$$;

CREATE FUNCTION "drop_home_entries"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM home_entries WHERE user_id = OLD.user_id;
  RETURN NULL;
END
$$;

CREATE TRIGGER "home_timelines_dropped" AFTER DELETE ON "home_timelines" FOR EACH ROW EXECUTE FUNCTION "drop_home_entries"();
