-- The few whom so many follow.
CREATE INDEX CONCURRENTLY "users_not_fanned_out_idx" ON "users"("id") WHERE NOT "fans_out";
