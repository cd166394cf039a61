-- Where the credit of every organization stands at an hour: its figures without what has ended by then, the terms in force, what counts
-- against their limit and what is left of it (null where nothing limits it, or nothing is sold on account). A statement that calls it is planned
-- with it, so that one organization is found by its index, and a list is one pass.
CREATE FUNCTION commerce.credit_standing(at_time timestamptz) RETURNS TABLE (
  credit_id uuid, organization_id uuid, currency text, time_zone text, held bigint, ordered bigint, delivered bigint, balance bigint,
  terms_id uuid, amount bigint, type commerce.credit_limit_type, is_mandatory boolean, on_exceeding commerce.credit_message,
  allow_on_account boolean, valid_to timestamptz, used bigint, credit_left bigint, review_on date, version int
) LANGUAGE sql STABLE AS $$
  SELECT account.id, account.organization_id, account.currency, account.time_zone, live.held, account.ordered, account.delivered, account.balance,
    terms.id, terms.amount, terms.type, terms.is_mandatory, terms.on_exceeding, terms.allow_on_account, terms.valid_to,
    counted.used, CASE WHEN terms.allow_on_account AND (terms.type <> 'none' OR terms.is_mandatory) THEN terms.amount - counted.used END,
    account.review_on, account.version
  FROM commerce.credit_account AS account
    CROSS JOIN LATERAL (
      SELECT account.held - CASE WHEN account.next_expiry_at <= at_time THEN (
        SELECT coalesce(sum(ended.held), 0)::bigint FROM commerce.credit_authorization AS ended
        WHERE ended.credit_id = account.id AND ended.held > 0 AND ended.expires_at <= at_time) ELSE 0 END AS held) AS live
    LEFT JOIN LATERAL (
      SELECT * FROM commerce.credit_terms AS standing
      WHERE standing.credit_id = account.id AND standing.state = 'stands' AND standing.stands_since <= at_time AND standing.valid_from <= at_time
        AND (standing.valid_to IS NULL OR standing.valid_to > at_time)
      ORDER BY standing.stands_since DESC, standing.id DESC LIMIT 1) AS terms ON true
    CROSS JOIN LATERAL (
      SELECT account.balance + live.held
        + CASE WHEN coalesce(terms.type, 'balance_all') IN ('balance_packing_slip', 'balance_all') THEN account.delivered ELSE 0 END
        + CASE WHEN coalesce(terms.type, 'balance_all') = 'balance_all' THEN account.ordered ELSE 0 END AS used) AS counted
$$;
