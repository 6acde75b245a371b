-- The oldest tombstones first, for the job that removes those that nothing needs.
CREATE INDEX CONCURRENTLY "tweets_deleted_idx" ON "tweets"("deleted_at", "id") WHERE "deleted_at" IS NOT NULL;
