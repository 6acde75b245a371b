-- Full-text search in any language: words as they are, without case and accents. Both extensions are trusted: the owner of a
-- database may create them.
CREATE EXTENSION IF NOT EXISTS "unaccent";
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

CREATE TEXT SEARCH CONFIGURATION "linnet" (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION "linnet"
  ALTER MAPPING FOR asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart
  WITH unaccent, simple;

-- A text without case, accents and Unicode's compatibility forms.
CREATE FUNCTION "search_fold"("content" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN lower(unaccent('unaccent'::regdictionary, normalize("content", NFKC)));

-- The runs, in a text, of what has no spaces between words: Thai, Lao, Myanmar, Khmer, kana and Han, and of symbols and emoji.
CREATE FUNCTION "search_runs"("content" TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN ARRAY(
    SELECT run.found[1]
    FROM regexp_matches(
      normalize("content", NFKC),
      '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u20A0-\u20CF\u2190-\u2BFF\u3005-\u3007\u3040-\u30FF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uA9E0-\uA9FE\uAA60-\uAA7F\uF900-\uFAFF\U0001F000-\U0003FFFF]+',
      'g'
    ) AS run (found)
  );

-- Each character of these runs, and each two neighbours: what they hold can be found by any part of it.
CREATE FUNCTION "search_grams"("content" TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN ARRAY(
    SELECT DISTINCT substr(run, place, size)
    FROM unnest(search_runs("content")) AS run, generate_series(1, char_length(run)) AS place, generate_series(1, 2) AS size
    WHERE place + size - 1 <= char_length(run)
  );

-- What is left between them, and no punctuation: what is a letter must not depend on the locale of the database, and a word stays
-- a word beside a dash, a slash, a quotation mark or a point.
CREATE FUNCTION "search_words"("content" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN regexp_replace(
    normalize("content", NFKC),
    '[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00BF\u00D7\u00F7\u02C2-\u02C5\u02D2-\u02DF\u0375\u037E\u0387\u03F6\u055A-\u055F\u0589-\u058F\u05BE\u05C0\u05C3\u05C6\u05F3-\u060F\u061B-\u061F\u066A-\u066D\u06D4\u06DD\u06DE\u06E9\u06FD\u06FE\u0700-\u070F\u07F7-\u07F9\u0964\u0965\u0970\u0E00-\u0EFF\u1000-\u109F\u10FB\u1360-\u1368\u1680\u1780-\u180E\u2000-\u20CF\u2190-\u2BFF\u2E00-\u2E7F\u2FF0-\u3020\u3030\u303D-\u30FF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uA4FE\uA4FF\uA60D-\uA60F\uA9E0-\uA9FE\uAA60-\uAA7F\uE000-\uFAFF\uFD3E\uFD3F\uFE00-\uFE1F\uFE30-\uFE6F\uFEFF\uFFE0-\uFFFF\U0001F000-\U0003FFFF]+',
    ' ',
    'g'
  );

-- In plain ASCII there are no grams to look for, which is most of the work.
CREATE FUNCTION "search_document"("content" TEXT) RETURNS TSVECTOR LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN to_tsvector('linnet'::regconfig, search_words("content"))
    || CASE WHEN octet_length("content") = char_length("content") THEN ''::tsvector ELSE array_to_tsvector(search_grams("content")) END;

-- AlterTable
ALTER TABLE "tweets" ADD COLUMN     "search" tsvector GENERATED ALWAYS AS (search_document("content")) STORED;

-- AlterTable
ALTER TABLE "hashtags" ADD COLUMN     "display_lead" INTEGER NOT NULL DEFAULT 0;

-- DropIndex
DROP INDEX "tweet_hashtags_hashtag_id_created_at_idx";

-- CreateTable
CREATE TABLE "hashtag_follows" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "hashtag_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "hashtag_follows_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hashtag_trends" (
    "hashtag_id" UUID NOT NULL,
    "rank" INTEGER,
    "score" DOUBLE PRECISION NOT NULL,
    "observed" INTEGER NOT NULL,
    "expected" DOUBLE PRECISION NOT NULL,
    "expected_at" TIMESTAMPTZ(3) NOT NULL,
    "peak" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "peak_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hashtag_trends_pkey" PRIMARY KEY ("hashtag_id")
);

-- CreateTable
CREATE TABLE "trend_refreshes" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "refreshed_at" TIMESTAMPTZ(3) NOT NULL,
    "took_ms" DOUBLE PRECISION NOT NULL DEFAULT 0,

    CONSTRAINT "trend_refreshes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "hashtag_follows_user_id_id_idx" ON "hashtag_follows"("user_id", "id" DESC);

-- CreateIndex
CREATE INDEX "hashtag_follows_hashtag_id_idx" ON "hashtag_follows"("hashtag_id");

-- CreateIndex
CREATE UNIQUE INDEX "hashtag_follows_user_id_hashtag_id_key" ON "hashtag_follows"("user_id", "hashtag_id");

-- CreateIndex
CREATE INDEX "hashtag_trends_rank_idx" ON "hashtag_trends"("rank");

-- CreateIndex
CREATE INDEX "hashtags_prefix_idx" ON "hashtags"("word" COLLATE "C");

-- CreateIndex
CREATE INDEX "hashtags_tweets_count_id_idx" ON "hashtags"("tweets_count" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "users_prefix_idx" ON "users"("username_key" COLLATE "C");

-- CreateIndex
CREATE INDEX "tweet_hashtags_hashtag_id_created_at_author_id_idx" ON "tweet_hashtags"("hashtag_id", "created_at", "author_id");

-- CreateIndex
CREATE INDEX "tweet_hashtags_created_at_hashtag_id_author_id_idx" ON "tweet_hashtags"("created_at", "hashtag_id", "author_id");

-- CreateIndex
-- Without a list of what is still to be put in, which every search would have to read.
CREATE INDEX "tweets_search_idx" ON "tweets" USING GIN ("search") WITH (fastupdate = off);

-- Expressions, which the Prisma language cannot say: people by any word of their names, whole or begun, and by what looks like it.
CREATE INDEX "users_search_idx" ON "users" USING GIN (search_document("username" || ' ' || "name")) WITH (fastupdate = off);
CREATE INDEX "users_similar_idx" ON "users" USING GIN (search_fold("username" || ' ' || "name") gin_trgm_ops) WITH (fastupdate = off);

-- AddForeignKey
ALTER TABLE "hashtag_follows" ADD CONSTRAINT "hashtag_follows_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hashtag_follows" ADD CONSTRAINT "hashtag_follows_hashtag_id_fkey" FOREIGN KEY ("hashtag_id") REFERENCES "hashtags"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hashtag_trends" ADD CONSTRAINT "hashtag_trends_hashtag_id_fkey" FOREIGN KEY ("hashtag_id") REFERENCES "hashtags"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "hashtag_trends"
  ADD CONSTRAINT "hashtag_trends_rank_check" CHECK ("rank" >= 1),
  ADD CONSTRAINT "hashtag_trends_score_check" CHECK ("score" >= 0 AND "peak" >= 0 AND "observed" >= 0 AND "expected" >= 1);

ALTER TABLE "hashtags" ADD CONSTRAINT "hashtags_display_lead_check" CHECK ("display_lead" >= 0);

ALTER TABLE "trend_refreshes" ADD CONSTRAINT "trend_refreshes_id_check" CHECK ("id" = 1);
INSERT INTO "trend_refreshes" ("id", "refreshed_at") VALUES (1, 'epoch');
