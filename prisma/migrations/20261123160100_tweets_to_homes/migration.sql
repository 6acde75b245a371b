-- At the end of the transaction, so that the writer is the last whose row it waits for.
CREATE CONSTRAINT TRIGGER "tweets_to_homes" AFTER INSERT ON "tweets" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.author_id IS NOT NULL AND NEW.deleted_at IS NULL) EXECUTE FUNCTION "fan_out_tweet"();
