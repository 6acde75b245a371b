-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "username_key" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bio" TEXT NOT NULL DEFAULT '',
    "location" TEXT NOT NULL DEFAULT '',
    "website" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "followers_count" INTEGER NOT NULL DEFAULT 0,
    "following_count" INTEGER NOT NULL DEFAULT 0,
    "tweets_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',
    "ip" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refresh_tokens" (
    "hash" BYTEA NOT NULL,
    "session_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "refresh_tokens_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "follows" (
    "id" UUID NOT NULL,
    "follower_id" UUID NOT NULL,
    "following_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "follows_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tweets" (
    "id" UUID NOT NULL,
    "author_id" UUID,
    "content" TEXT NOT NULL,
    "conversation_id" UUID NOT NULL,
    "reply_to_id" UUID,
    "quote_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    "likes_count" INTEGER NOT NULL DEFAULT 0,
    "replies_count" INTEGER NOT NULL DEFAULT 0,
    "retweets_count" INTEGER NOT NULL DEFAULT 0,
    "quotes_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "tweets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mentions" (
    "tweet_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "mentions_pkey" PRIMARY KEY ("tweet_id","user_id")
);

-- CreateTable
CREATE TABLE "hashtags" (
    "id" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "display" TEXT NOT NULL,
    "tweets_count" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "hashtags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tweet_hashtags" (
    "hashtag_id" UUID NOT NULL,
    "tweet_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tweet_hashtags_pkey" PRIMARY KEY ("hashtag_id","tweet_id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("user_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_username_key_key" ON "users"("username_key");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "sessions_user_id_id_idx" ON "sessions"("user_id", "id");

-- CreateIndex
CREATE INDEX "refresh_tokens_session_id_idx" ON "refresh_tokens"("session_id");

-- CreateIndex
CREATE INDEX "follows_follower_id_id_idx" ON "follows"("follower_id", "id" DESC);

-- CreateIndex
CREATE INDEX "follows_following_id_id_idx" ON "follows"("following_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "follows_follower_id_following_id_key" ON "follows"("follower_id", "following_id");

-- CreateIndex
CREATE INDEX "tweets_author_id_id_idx" ON "tweets"("author_id", "id" DESC) WHERE (deleted_at IS NULL);

-- CreateIndex
CREATE INDEX "tweets_public_idx" ON "tweets"("id" DESC) WHERE (deleted_at IS NULL AND reply_to_id IS NULL);

-- CreateIndex
CREATE INDEX "tweets_reply_to_id_id_idx" ON "tweets"("reply_to_id", "id" DESC);

-- CreateIndex
CREATE INDEX "tweets_conversation_id_id_idx" ON "tweets"("conversation_id", "id");

-- CreateIndex
CREATE INDEX "tweets_quote_id_id_idx" ON "tweets"("quote_id", "id" DESC);

-- CreateIndex
CREATE INDEX "mentions_user_id_tweet_id_idx" ON "mentions"("user_id", "tweet_id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "hashtags_word_key" ON "hashtags"("word");

-- CreateIndex
CREATE INDEX "tweet_hashtags_tweet_id_idx" ON "tweet_hashtags"("tweet_id");

-- CreateIndex
CREATE INDEX "tweet_hashtags_hashtag_id_created_at_idx" ON "tweet_hashtags"("hashtag_id", "created_at");

-- CreateIndex
CREATE INDEX "tweet_hashtags_author_id_idx" ON "tweet_hashtags"("author_id");

-- CreateIndex
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follows" ADD CONSTRAINT "follows_follower_id_fkey" FOREIGN KEY ("follower_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follows" ADD CONSTRAINT "follows_following_id_fkey" FOREIGN KEY ("following_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tweets" ADD CONSTRAINT "tweets_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tweets" ADD CONSTRAINT "tweets_reply_to_id_fkey" FOREIGN KEY ("reply_to_id") REFERENCES "tweets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tweets" ADD CONSTRAINT "tweets_quote_id_fkey" FOREIGN KEY ("quote_id") REFERENCES "tweets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tweets" ADD CONSTRAINT "tweets_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "tweets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_tweet_id_fkey" FOREIGN KEY ("tweet_id") REFERENCES "tweets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tweet_hashtags" ADD CONSTRAINT "tweet_hashtags_hashtag_id_fkey" FOREIGN KEY ("hashtag_id") REFERENCES "hashtags"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tweet_hashtags" ADD CONSTRAINT "tweet_hashtags_tweet_id_fkey" FOREIGN KEY ("tweet_id") REFERENCES "tweets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tweet_hashtags" ADD CONSTRAINT "tweet_hashtags_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The rules that hold whoever writes, which the Prisma language cannot say. The application counts grapheme clusters,
-- these are the outer bounds in bytes. (No semicolon may stand in a comment here: the schema engine splits on it.)
ALTER TABLE "users"
  ADD CONSTRAINT "users_username_check" CHECK ("username" ~ '^[A-Za-z0-9_]{3,20}$'),
  ADD CONSTRAINT "users_username_key_check" CHECK ("username_key" = lower("username")),
  ADD CONSTRAINT "users_email_check" CHECK ("email" = lower("email") AND octet_length("email") BETWEEN 3 AND 254),
  ADD CONSTRAINT "users_password_hash_check" CHECK ("password_hash" LIKE '$argon2id$%'),
  ADD CONSTRAINT "users_name_check" CHECK (octet_length("name") BETWEEN 1 AND 500),
  ADD CONSTRAINT "users_bio_check" CHECK (octet_length("bio") <= 1600),
  ADD CONSTRAINT "users_location_check" CHECK (octet_length("location") <= 300),
  ADD CONSTRAINT "users_website_check" CHECK ("website" = '' OR "website" ~ '^https?://'),
  ADD CONSTRAINT "users_website_length_check" CHECK (octet_length("website") <= 2048),
  ADD CONSTRAINT "users_counts_check" CHECK ("followers_count" >= 0 AND "following_count" >= 0 AND "tweets_count" >= 0);

ALTER TABLE "sessions"
  ADD CONSTRAINT "sessions_user_agent_check" CHECK (octet_length("user_agent") <= 1024),
  ADD CONSTRAINT "sessions_ip_check" CHECK (octet_length("ip") <= 64);

ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_hash_check" CHECK (octet_length("hash") = 32);

ALTER TABLE "follows" ADD CONSTRAINT "follows_not_self_check" CHECK ("follower_id" <> "following_id");

ALTER TABLE "tweets"
  ADD CONSTRAINT "tweets_content_check" CHECK (octet_length("content") <= 2500),
  ADD CONSTRAINT "tweets_deleted_check" CHECK ("deleted_at" IS NULL OR "content" = ''),
  ADD CONSTRAINT "tweets_author_check" CHECK ("author_id" IS NOT NULL OR "deleted_at" IS NOT NULL),
  ADD CONSTRAINT "tweets_conversation_check" CHECK (("reply_to_id" IS NULL) = ("conversation_id" = "id")),
  ADD CONSTRAINT "tweets_not_own_parent_check" CHECK ("reply_to_id" <> "id" AND "quote_id" <> "id"),
  ADD CONSTRAINT "tweets_counts_check" CHECK ("likes_count" >= 0 AND "replies_count" >= 0 AND "retweets_count" >= 0 AND "quotes_count" >= 0);

ALTER TABLE "hashtags"
  ADD CONSTRAINT "hashtags_word_check" CHECK ("word" <> '' AND octet_length("word") <= 1600),
  ADD CONSTRAINT "hashtags_tweets_count_check" CHECK ("tweets_count" >= 0);

ALTER TABLE "idempotency_keys"
  ADD CONSTRAINT "idempotency_keys_key_check" CHECK (octet_length("key") BETWEEN 1 AND 255),
  ADD CONSTRAINT "idempotency_keys_request_hash_check" CHECK (octet_length("request_hash") = 32);
