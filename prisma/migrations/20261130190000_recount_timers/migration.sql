-- A union of two plain words is of type text, which the column of timers does not take: no recount could run.
CREATE OR REPLACE FUNCTION sales.recount_timers() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE sales.lead IN SHARE ROW EXCLUSIVE MODE;
  PERFORM pg_advisory_xact_lock(hashtext('sales.fold_timers'));
  DELETE FROM sales.timer_tally;
  INSERT INTO sales.timer_tally (timer, state, owner_id, n)
  SELECT 'response'::sales.lead_timer, response_state, owner_id, count(*) FROM sales.lead WHERE response_state <> 'on_time' OR response_due_at IS NOT NULL GROUP BY 2, 3
  UNION ALL
  SELECT 'decision'::sales.lead_timer, decision_state, owner_id, count(*) FROM sales.lead WHERE decision_state <> 'on_time' OR decision_due_at IS NOT NULL GROUP BY 2, 3;
END $$;
