-- The key of one shop speaks only of those who are customers there, whatever it asks: that is decided before anything else, so that a shop learns nothing
-- of the others. Where an organization is no customer at all, there is nothing to keep.
CREATE FUNCTION commerce.key_reaches(by_key uuid, of_organization uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (
    SELECT 1 FROM platform.api_key AS caller JOIN commerce.hierarchy AS hierarchy ON hierarchy.organization_id = of_organization
    WHERE caller.id = by_key AND caller.channel IS NOT NULL AND NOT hierarchy.in_all_channels AND caller.channel <> ALL (hierarchy.channels))
$$;

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
  SELECT member.status, hierarchy.suspended_at, organization.hold <> 'none' OR organization.status = 'archived' AS is_on_hold, coalesce(spending.spent, 0) AS spent,
    least(allowed.store_per_order, allowed.own_per_order) AS per_order, least(allowed.store_per_month, allowed.own_per_month) AS per_month
  INTO seat
  FROM commerce.hierarchy_member AS member
    JOIN commerce.hierarchy AS hierarchy ON hierarchy.id = member.hierarchy_id
    JOIN commerce.customer AS organization ON organization.id = hierarchy.organization_id
    LEFT JOIN commerce.spending_limit AS allowed ON allowed.member_id = member.id
    LEFT JOIN commerce.spending_month AS spending ON spending.member_id = member.id AND spending.month = this_month
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

CREATE OR REPLACE FUNCTION commerce.credit_settle(
  by_key uuid, by_name text, idempotency text, print text, of_authorization uuid, deed commerce.credit_entry_kind, part bigint, is_last boolean,
  called text, at_time timestamptz
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  account commerce.credit_account%ROWTYPE;
  promise commerce.credit_authorization%ROWTYPE;
  answered jsonb;
  taken bigint;
  rest bigint := 0;
  verdict text;
  outcome jsonb;
BEGIN
  account := commerce.credit_lock((SELECT home.organization_id FROM commerce.credit_authorization AS asked
    JOIN commerce.credit_account AS home ON home.id = asked.credit_id WHERE asked.id = of_authorization), at_time);
  answered := commerce.credit_answered(by_key, idempotency, print);
  IF answered IS NOT NULL THEN
    RETURN answered;
  END IF;
  IF account.id IS NULL THEN
    RETURN '{"code": "authorization_not_found"}';
  END IF;
  SELECT * INTO promise FROM commerce.credit_authorization WHERE id = of_authorization;
  taken := coalesce(part, promise.held);
  verdict := CASE
    WHEN NOT commerce.key_reaches(by_key, account.organization_id) THEN 'channel_not_allowed'
    WHEN promise.held = 0 AND promise.expired > 0 THEN 'authorization_expired'
    WHEN promise.held = 0 THEN 'authorization_closed'
    WHEN taken > promise.held THEN 'exceeds_authorization'
    ELSE 'settled' END;
  IF verdict = 'settled' AND deed = 'capture' THEN
    rest := CASE WHEN is_last THEN promise.held - taken ELSE 0 END;
    UPDATE commerce.credit_authorization SET held = held - taken - rest, captured = captured + taken, ordered = ordered + taken, released = released + rest
    WHERE id = promise.id RETURNING * INTO promise;
    UPDATE commerce.credit_account SET held = held - taken - rest, ordered = ordered + taken WHERE id = account.id;
    INSERT INTO commerce.credit_entry (credit_id, authorization_id, member_id, kind, amount, held, ordered, at, by_id, by_name, reference)
    VALUES (account.id, promise.id, promise.member_id, 'capture', taken, -taken, taken, at_time, by_key, by_name, called);
  ELSIF verdict = 'settled' THEN
    rest := taken;
    UPDATE commerce.credit_authorization SET held = held - rest, released = released + rest WHERE id = promise.id RETURNING * INTO promise;
    UPDATE commerce.credit_account SET held = held - rest WHERE id = account.id;
  END IF;
  IF rest > 0 THEN
    INSERT INTO commerce.credit_entry (credit_id, authorization_id, member_id, kind, amount, held, at, by_id, by_name, reference)
    VALUES (account.id, promise.id, promise.member_id, 'release', rest, -rest, at_time, by_key, by_name, called);
    UPDATE commerce.spending_month SET spent = spent - rest WHERE member_id = promise.member_id AND month = promise.month;
  END IF;
  outcome := jsonb_build_object('code', verdict, 'currency', account.currency, 'authorization', promise.id, 'amount', taken,
    'held', promise.held, 'captured', promise.captured, 'released', promise.released, 'expired', promise.expired);
  INSERT INTO commerce.credit_answer (key_id, key, fingerprint, outcome, at) VALUES (by_key, idempotency, print, outcome, at_time);
  RETURN outcome;
END $$;

CREATE OR REPLACE FUNCTION commerce.credit_post(
  by_key uuid, by_name text, idempotency text, print text, of_organization uuid, of_authorization uuid, deed commerce.credit_entry_kind, told bigint,
  settled bigint, in_currency text, called text, remark text, at_time timestamptz
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  account commerce.credit_account%ROWTYPE := commerce.credit_lock(of_organization, at_time);
  answered jsonb := commerce.credit_answered(by_key, idempotency, print);
  is_here boolean := commerce.key_reaches(by_key, of_organization);
  promise commerce.credit_authorization%ROWTYPE;
  from_ordered bigint := 0;
  to_delivered bigint := 0;
  to_loose bigint := 0;
  to_balance bigint := 0;
  verdict text;
  entry bigint;
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
  IF of_authorization IS NOT NULL THEN
    SELECT * INTO promise FROM commerce.credit_authorization WHERE id = of_authorization AND credit_id = account.id;
    IF NOT FOUND THEN
      RETURN jsonb_build_object('code', CASE WHEN is_here THEN 'authorization_not_found' ELSE 'channel_not_allowed' END);
    END IF;
  END IF;
  CASE deed
    WHEN 'packing_slip' THEN
      to_delivered := told;
      from_ordered := CASE WHEN promise.id IS NULL THEN 0 ELSE told END;
      to_loose := told - from_ordered;
    WHEN 'invoice' THEN
      to_balance := told;
      to_delivered := CASE WHEN promise.id IS NULL THEN -settled ELSE -least(told, promise.delivered) END;
      from_ordered := CASE WHEN promise.id IS NULL THEN 0 ELSE told + to_delivered END;
      to_loose := CASE WHEN promise.id IS NULL THEN -settled ELSE 0 END;
    WHEN 'cancellation' THEN from_ordered := told;
    WHEN 'payment', 'credit_note' THEN to_balance := -told;
    ELSE to_balance := told;
  END CASE;
  verdict := CASE
    WHEN NOT is_here THEN 'channel_not_allowed'
    WHEN in_currency <> account.currency THEN 'currency_mismatch'
    WHEN from_ordered > coalesce(promise.ordered, 0) THEN 'exceeds_captured'
    WHEN account.loose + to_loose < 0 THEN 'exceeds_packing_slips'
    ELSE 'posted' END;
  IF verdict = 'posted' THEN
    UPDATE commerce.credit_account SET ordered = ordered - from_ordered, delivered = delivered + to_delivered, loose = loose + to_loose,
      balance = balance + to_balance WHERE id = account.id RETURNING * INTO account;
    IF deed IN ('packing_slip', 'invoice', 'cancellation') AND promise.id IS NOT NULL THEN
      UPDATE commerce.credit_authorization SET ordered = ordered - from_ordered, delivered = delivered + to_delivered,
        invoiced = invoiced + CASE WHEN deed = 'invoice' THEN told ELSE 0 END, canceled = canceled + CASE WHEN deed = 'cancellation' THEN told ELSE 0 END
      WHERE id = promise.id;
    END IF;
    IF deed = 'cancellation' THEN
      UPDATE commerce.spending_month SET spent = spent - told WHERE member_id = promise.member_id AND month = promise.month;
    END IF;
    INSERT INTO commerce.credit_entry (
      credit_id, authorization_id, member_id, kind, amount, ordered, delivered, loose, balance, at, by_id, by_name, reference, note)
    VALUES (account.id, promise.id, promise.member_id, deed, told, -from_ordered, to_delivered, to_loose, to_balance, at_time, by_key, by_name, called, remark)
    RETURNING seq INTO entry;
  END IF;
  outcome := jsonb_build_object('code', verdict, 'currency', account.currency, 'entry', entry, 'kind', deed, 'amount', told,
    'held', account.held, 'ordered', account.ordered, 'delivered', account.delivered, 'balance', account.balance,
    'left', CASE WHEN deed = 'invoice' THEN promise.ordered + promise.delivered ELSE promise.ordered END, 'loose', account.loose);
  INSERT INTO commerce.credit_answer (key_id, key, fingerprint, outcome, at) VALUES (by_key, idempotency, print, outcome, at_time);
  RETURN outcome;
END $$;
