-- How often anything was written, so that what was read before is known to be old. Unlogged: after a crash nobody remembers what it counted.
CREATE UNLOGGED SEQUENCE "writes";

-- When somebody last wrote.
CREATE UNLOGGED TABLE "writers" (
    "user_id" UUID NOT NULL,
    "wrote_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "writers_pkey" PRIMARY KEY ("user_id")
);

ALTER TABLE "writers" ADD CONSTRAINT "writers_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
