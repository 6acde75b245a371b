-- Reports from people, moderators who answer them, suspensions, and the log of what was done.
-- CreateEnum
CREATE TYPE "user_role" AS ENUM ('member', 'moderator');

-- CreateEnum
CREATE TYPE "report_reason" AS ENUM ('spam', 'harassment', 'violence', 'illegal', 'impersonation', 'other');

-- CreateEnum
CREATE TYPE "report_resolution" AS ENUM ('dismiss', 'remove', 'suspend');

-- CreateEnum
CREATE TYPE "audit_action" AS ENUM ('dismiss', 'remove_tweet', 'suspend', 'restore', 'delete_account', 'make_moderator', 'make_member', 'reset_password');

-- AlterTable
ALTER TABLE "users" ADD COLUMN "role" "user_role" NOT NULL DEFAULT 'member',
ADD COLUMN     "suspended_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "reports" (
    "id" UUID NOT NULL,
    "reporter_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "tweet_id" UUID,
    "reason" "report_reason" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolution" "report_resolution",
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "action" "audit_action" NOT NULL,
    "subject" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reports_open_idx" ON "reports"("id" DESC) WHERE "resolved_at" IS NULL;

-- CreateIndex
CREATE INDEX "reports_resolved_idx" ON "reports"("id" DESC) WHERE "resolved_at" IS NOT NULL;

-- CreateIndex
CREATE INDEX "reports_reporter_id_idx" ON "reports"("reporter_id");

-- CreateIndex
CREATE INDEX "reports_user_id_idx" ON "reports"("user_id");

-- CreateIndex
CREATE INDEX "reports_tweet_id_idx" ON "reports"("tweet_id");

-- CreateIndex
CREATE INDEX "users_suspended_idx" ON "users"("id") WHERE "suspended_at" IS NOT NULL;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_tweet_id_fkey" FOREIGN KEY ("tweet_id") REFERENCES "tweets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "reports"
  ADD CONSTRAINT "reports_note_check" CHECK (octet_length("note") <= 10000),
  ADD CONSTRAINT "reports_resolution_check" CHECK (("resolution" IS NULL) = ("resolved_at" IS NULL));
