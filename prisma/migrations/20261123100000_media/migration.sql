-- AlterTable
ALTER TABLE "users" ADD COLUMN     "avatar_id" UUID,
ADD COLUMN     "avatar_url" TEXT,
ADD COLUMN     "banner_id" UUID,
ADD COLUMN     "banner_url" TEXT;

-- CreateTable
CREATE TABLE "media" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "tweet_id" UUID,
    "position" SMALLINT NOT NULL DEFAULT 0,
    "alt" TEXT NOT NULL DEFAULT '',
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "content_type" TEXT NOT NULL,
    "blurhash" TEXT NOT NULL,
    "files" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media_removals" (
    "key" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "media_removals_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "media_owner_id_id_idx" ON "media"("owner_id", "id" DESC);

-- CreateIndex
CREATE INDEX "media_owner_id_tweet_id_idx" ON "media"("owner_id", "tweet_id" DESC);

-- CreateIndex
CREATE INDEX "media_unattached_idx" ON "media"("id") WHERE "tweet_id" IS NULL;

-- CreateIndex
CREATE INDEX "media_files_idx" ON "media" USING GIN ("files" jsonb_path_ops);

-- CreateIndex
CREATE UNIQUE INDEX "media_tweet_id_position_key" ON "media"("tweet_id", "position");

-- CreateIndex
CREATE INDEX "media_removals_due_at_idx" ON "media_removals"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "users_avatar_id_key" ON "users"("avatar_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_banner_id_key" ON "users"("banner_id");

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_avatar_id_fkey" FOREIGN KEY ("avatar_id") REFERENCES "media"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_banner_id_fkey" FOREIGN KEY ("banner_id") REFERENCES "media"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media" ADD CONSTRAINT "media_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media" ADD CONSTRAINT "media_tweet_id_fkey" FOREIGN KEY ("tweet_id") REFERENCES "tweets"("id") ON DELETE SET NULL ON UPDATE CASCADE;


ALTER TABLE "media"
  ADD CONSTRAINT "media_position_check" CHECK ("position" BETWEEN 0 AND 3),
  ADD CONSTRAINT "media_alt_check" CHECK (octet_length("alt") <= 15000),
  ADD CONSTRAINT "media_size_check" CHECK ("width" BETWEEN 1 AND 2048 AND "height" BETWEEN 1 AND 2048);
