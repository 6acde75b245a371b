-- Counts of what was asked for lately. Unlogged: counting costs no write-ahead log, and a crash forgets the counts.
CREATE UNLOGGED TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT NOT NULL,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
) WITH (fillfactor = 50);

CREATE INDEX "rate_limits_expire_idx" ON "rate_limits"("expire");
