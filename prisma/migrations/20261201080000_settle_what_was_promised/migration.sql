-- What a shop was promised it may settle, even once the organization has left it: by any key of the channel whose key was promised it. A key of no channel
-- reaches everybody.
CREATE FUNCTION commerce.key_was_promised(by_key uuid, of_authorization uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM commerce.credit_authorization AS promise
      JOIN platform.api_key AS promised ON promised.id = promise.key_id
      JOIN platform.api_key AS caller ON caller.id = by_key AND caller.channel = promised.channel
    WHERE promise.id = of_authorization)
$$;

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
    WHEN NOT (commerce.key_reaches(by_key, account.organization_id) OR commerce.key_was_promised(by_key, promise.id)) THEN 'channel_not_allowed'
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
    is_here := is_here OR commerce.key_was_promised(by_key, promise.id);
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
