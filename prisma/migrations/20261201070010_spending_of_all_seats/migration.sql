-- What somebody spent in a month is what they spent from all of their seats in the hierarchy: who is removed and added again has not spent less.
CREATE OR REPLACE FUNCTION commerce.credit_authorize(
  by_key uuid, by_name text, idempotency text, print text, of_organization uuid, of_member uuid, wanted bigint, in_currency text, called text,
  new_id uuid, at_time timestamptz, until_time timestamptz
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  account commerce.credit_account%ROWTYPE := commerce.credit_lock(of_organization, at_time);
  answered jsonb := commerce.credit_answered(by_key, idempotency, print);
  terms commerce.credit_terms%ROWTYPE;
  is_here boolean := commerce.key_reaches(by_key, of_organization);
  seat record;
  this_month date;
  is_checked boolean;
  credit_left bigint;
  month_left bigint;
  order_limit bigint;
  verdict text;
  outcome jsonb;
BEGIN
  IF answered IS NOT NULL THEN
    RETURN answered;
  END IF;
  IF account.id IS NULL THEN
    RETURN jsonb_build_object('code', CASE
      WHEN NOT is_here THEN 'channel_not_allowed'
      WHEN EXISTS (SELECT 1 FROM commerce.hierarchy WHERE organization_id = of_organization) THEN 'on_account_not_allowed'
      ELSE 'organization_not_found' END);
  END IF;
  this_month := date_trunc('month', at_time AT TIME ZONE account.time_zone)::date;
  SELECT member.status, hierarchy.suspended_at, organization.hold <> 'none' OR organization.status = 'archived' AS is_on_hold, (
      SELECT coalesce(sum(spending.spent), 0) FROM commerce.hierarchy_member AS own
        JOIN commerce.spending_month AS spending ON spending.member_id = own.id AND spending.month = this_month
      WHERE own.hierarchy_id = member.hierarchy_id AND own.person_id = member.person_id) AS spent,
    least(allowed.store_per_order, allowed.own_per_order) AS per_order, least(allowed.store_per_month, allowed.own_per_month) AS per_month
  INTO seat
  FROM commerce.hierarchy_member AS member
    JOIN commerce.hierarchy AS hierarchy ON hierarchy.id = member.hierarchy_id
    JOIN commerce.customer AS organization ON organization.id = hierarchy.organization_id
    LEFT JOIN commerce.spending_limit AS allowed ON allowed.member_id = member.id
  WHERE member.id = of_member AND hierarchy.organization_id = of_organization AND member.removed_at IS NULL;
  IF NOT FOUND THEN
    RETURN jsonb_build_object('code', CASE WHEN is_here THEN 'user_not_found' ELSE 'channel_not_allowed' END);
  END IF;
  SELECT * INTO terms FROM commerce.credit_terms
  WHERE credit_id = account.id AND currency = account.currency AND state = 'stands' AND stands_since <= at_time AND valid_from <= at_time AND (valid_to IS NULL OR valid_to > at_time)
  ORDER BY stands_since DESC, id DESC LIMIT 1;
  is_checked := terms.type <> 'none' OR terms.is_mandatory;
  credit_left := terms.amount - account.balance - account.held
    - CASE WHEN terms.type IN ('balance_packing_slip', 'balance_all') THEN account.delivered ELSE 0 END
    - CASE WHEN terms.type = 'balance_all' THEN account.ordered ELSE 0 END;
  order_limit := seat.per_order;
  month_left := seat.per_month - seat.spent;
  verdict := CASE
    WHEN NOT is_here THEN 'channel_not_allowed'
    WHEN in_currency <> account.currency THEN 'currency_mismatch'
    WHEN seat.suspended_at IS NOT NULL THEN 'organization_suspended'
    WHEN seat.is_on_hold THEN 'organization_on_hold'
    WHEN seat.status <> 'active' THEN 'user_not_active'
    WHEN terms.id IS NULL OR NOT terms.allow_on_account THEN 'on_account_not_allowed'
    WHEN wanted > order_limit THEN 'order_limit_exceeded'
    WHEN wanted > month_left THEN 'month_limit_exceeded'
    WHEN is_checked AND wanted > credit_left AND terms.on_exceeding = 'error' THEN 'credit_exceeded'
    ELSE 'authorized' END;
  outcome := jsonb_build_object('code', verdict, 'currency', account.currency, 'onExceeding', terms.on_exceeding,
    'creditLeft', CASE WHEN is_checked THEN credit_left END, 'orderLimit', order_limit, 'monthLeft', month_left);
  IF verdict = 'authorized' THEN
    INSERT INTO commerce.credit_authorization (id, credit_id, member_id, key_id, reference, amount, held, is_over, month, created_at, expires_at)
    VALUES (new_id, account.id, of_member, by_key, called, wanted, wanted, is_checked AND wanted > credit_left, this_month, at_time, until_time);
    INSERT INTO commerce.credit_entry (credit_id, authorization_id, member_id, kind, amount, held, at, by_id, by_name, reference)
    VALUES (account.id, new_id, of_member, 'authorize', wanted, wanted, at_time, by_key, by_name, called);
    UPDATE commerce.credit_account SET held = held + wanted, next_expiry_at = least(next_expiry_at, until_time) WHERE id = account.id;
    INSERT INTO commerce.spending_month AS spending (member_id, month, spent) VALUES (of_member, this_month, wanted)
    ON CONFLICT (member_id, month) DO UPDATE SET spent = spending.spent + excluded.spent;
    outcome := outcome || jsonb_build_object('id', new_id, 'organization', of_organization, 'user', of_member, 'amount', wanted, 'reference', called,
      'createdAt', to_char(at_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'expiresAt', to_char(until_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'isOver', is_checked AND wanted > credit_left,
      'creditLeft', CASE WHEN is_checked THEN credit_left - wanted END, 'monthLeft', month_left - wanted);
  ELSE
    INSERT INTO commerce.credit_refusal (credit_id, member_id, code, amount, currency, reference, at, by_id, by_name)
    VALUES (account.id, of_member, verdict, wanted, in_currency, called, at_time, by_key, by_name);
  END IF;
  INSERT INTO commerce.credit_answer (key_id, key, fingerprint, outcome, at) VALUES (by_key, idempotency, print, outcome, at_time);
  RETURN outcome;
END $$;
