-- Counts one attempt under a key until an hour, in milliseconds, and refuses once more were made than are allowed; the refusal takes
-- back whatever the statement around it wrote. Answers with the attempts so far.
CREATE FUNCTION platform.spend(key_of text, allowed int, now_ms bigint, until_ms bigint) RETURNS int LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  counted platform.rate_limit%ROWTYPE;
BEGIN
  INSERT INTO platform.rate_limit AS standing (key, points, expire) VALUES (key_of, 1, until_ms)
  ON CONFLICT (key) DO UPDATE SET
    points = CASE WHEN standing.expire <= now_ms THEN 1 ELSE standing.points + 1 END,
    expire = CASE WHEN standing.expire <= now_ms THEN until_ms ELSE standing.expire END
  RETURNING * INTO counted;
  IF counted.points > allowed THEN
    RAISE EXCEPTION 'limit used up for % ms', counted.expire - now_ms USING ERRCODE = 'GWLIM';
  END IF;
  RETURN counted.points;
END $$;
