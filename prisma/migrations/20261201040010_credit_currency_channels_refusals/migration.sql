-- What was asked for and what was given each say in which currency, so that both stay true when the account gets another one.
-- AlterTable
ALTER TABLE "commerce"."credit_terms" ADD COLUMN "currency" TEXT;

-- AlterTable
ALTER TABLE "commerce"."credit_request" ADD COLUMN "currency" TEXT;

ALTER TABLE commerce.credit_terms DISABLE TRIGGER credit_terms_stay;
UPDATE commerce.credit_terms terms SET currency = account.currency FROM commerce.credit_account account WHERE account.id = terms.credit_id;
ALTER TABLE commerce.credit_terms ENABLE TRIGGER credit_terms_stay;
UPDATE commerce.credit_request request SET currency = account.currency FROM commerce.credit_account account WHERE account.id = request.credit_id;

ALTER TABLE "commerce"."credit_terms" ALTER COLUMN "currency" SET NOT NULL;
ALTER TABLE "commerce"."credit_request" ALTER COLUMN "currency" SET NOT NULL;

ALTER TABLE commerce.credit_terms ADD CONSTRAINT credit_terms_currency_is_iso CHECK (currency ~ '^[A-Z]{3}$');
ALTER TABLE commerce.credit_request ADD CONSTRAINT credit_request_currency_is_iso CHECK (currency ~ '^[A-Z]{3}$');

CREATE OR REPLACE FUNCTION commerce.keep_credit_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE'
    OR (old.id, old.credit_id, old.currency, old.amount, old.type, old.is_mandatory, old.on_exceeding, old.allow_on_account, old.valid_from, old.valid_to, old.reason,
        old.asked_by_id, old.asked_by_name, old.asked_at)
      IS DISTINCT FROM (new.id, new.credit_id, new.currency, new.amount, new.type, new.is_mandatory, new.on_exceeding, new.allow_on_account, new.valid_from, new.valid_to, new.reason,
        new.asked_by_id, new.asked_by_name, new.asked_at)
    OR old.state <> 'waiting' THEN
    RAISE EXCEPTION 'terms of credit are not changed: new ones are made' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN new;
END $$;

-- Amounts of the ledger are in the currency of the account, so it stays once there is one.
CREATE FUNCTION commerce.keep_credit_currency() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM commerce.credit_entry WHERE credit_id = NEW.id) THEN
    RAISE EXCEPTION 'the ledger of this credit is in %', OLD.currency USING ERRCODE = 'restrict_violation', CONSTRAINT = 'credit_currency_is_used';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER credit_currency_stays BEFORE UPDATE OF currency ON commerce.credit_account
  FOR EACH ROW WHEN (OLD.currency <> NEW.currency) EXECUTE FUNCTION commerce.keep_credit_currency();

-- A key may be that of one shop: then it asks for those who are customers there. A channel is never deleted and keeps its code, so a code names it for good.
-- AlterTable
ALTER TABLE "platform"."api_key" ADD COLUMN "channel" TEXT;

CREATE FUNCTION commerce.check_key_channel() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM commerce.channel WHERE code = NEW.channel) THEN
    RAISE EXCEPTION 'there is no channel %', NEW.channel USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'api_key_channel_is_known';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER api_key_channel_is_known BEFORE INSERT OR UPDATE OF channel ON platform.api_key
  FOR EACH ROW WHEN (NEW.channel IS NOT NULL) EXECUTE FUNCTION commerce.check_key_channel();

-- What shops asked for in vain: each stands beside its answer, so that somebody who gives credit can see who ran against a limit.
-- CreateTable
CREATE TABLE "commerce"."credit_refusal" (
    "seq" BIGSERIAL NOT NULL,
    "credit_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,

    CONSTRAINT "credit_refusal_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE INDEX "credit_refusal_credit_id_at_seq_idx" ON "commerce"."credit_refusal"("credit_id", "at" DESC, "seq" DESC);

-- AddForeignKey
ALTER TABLE "commerce"."credit_refusal" ADD CONSTRAINT "credit_refusal_credit_id_fkey" FOREIGN KEY ("credit_id") REFERENCES "commerce"."credit_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER credit_refusal_stays BEFORE UPDATE OR DELETE ON commerce.credit_refusal FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

-- Terms in a currency that the account had before count no longer.
CREATE OR REPLACE FUNCTION commerce.credit_standing(at_time timestamptz) RETURNS TABLE (
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
      WHERE standing.credit_id = account.id AND standing.currency = account.currency AND standing.state = 'stands' AND standing.stands_since <= at_time AND standing.valid_from <= at_time
        AND (standing.valid_to IS NULL OR standing.valid_to > at_time)
      ORDER BY standing.stands_since DESC, standing.id DESC LIMIT 1) AS terms ON true
    CROSS JOIN LATERAL (
      SELECT account.balance + live.held
        + CASE WHEN coalesce(terms.type, 'balance_all') IN ('balance_packing_slip', 'balance_all') THEN account.delivered ELSE 0 END
        + CASE WHEN coalesce(terms.type, 'balance_all') = 'balance_all' THEN account.ordered ELSE 0 END AS used) AS counted
$$;

CREATE OR REPLACE FUNCTION commerce.credit_authorize(
  by_key uuid, by_name text, idempotency text, print text, of_organization uuid, of_member uuid, wanted bigint, in_currency text, called text,
  new_id uuid, at_time timestamptz, until_time timestamptz
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  account commerce.credit_account%ROWTYPE := commerce.credit_lock(of_organization, at_time);
  answered jsonb := commerce.credit_answered(by_key, idempotency, print);
  terms commerce.credit_terms%ROWTYPE;
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
    RETURN jsonb_build_object('code', CASE WHEN EXISTS (SELECT 1 FROM commerce.hierarchy WHERE organization_id = of_organization)
      THEN 'on_account_not_allowed' ELSE 'organization_not_found' END);
  END IF;
  this_month := date_trunc('month', at_time AT TIME ZONE account.time_zone)::date;
  SELECT member.status, hierarchy.suspended_at, organization.hold <> 'none' OR organization.status = 'archived' AS is_on_hold, coalesce(spending.spent, 0) AS spent,
    caller.channel IS NULL OR hierarchy.in_all_channels OR caller.channel = ANY(hierarchy.channels) AS is_here,
    least(allowed.store_per_order, allowed.own_per_order) AS per_order, least(allowed.store_per_month, allowed.own_per_month) AS per_month
  INTO seat
  FROM commerce.hierarchy_member AS member
    JOIN commerce.hierarchy AS hierarchy ON hierarchy.id = member.hierarchy_id
    JOIN commerce.customer AS organization ON organization.id = hierarchy.organization_id
    LEFT JOIN commerce.spending_limit AS allowed ON allowed.member_id = member.id
    LEFT JOIN commerce.spending_month AS spending ON spending.member_id = member.id AND spending.month = this_month
    LEFT JOIN platform.api_key AS caller ON caller.id = by_key
  WHERE member.id = of_member AND hierarchy.organization_id = of_organization AND member.removed_at IS NULL;
  IF NOT FOUND THEN
    RETURN '{"code": "user_not_found"}';
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
    WHEN in_currency <> account.currency THEN 'currency_mismatch'
    WHEN seat.suspended_at IS NOT NULL THEN 'organization_suspended'
    WHEN seat.is_on_hold THEN 'organization_on_hold'
    WHEN NOT seat.is_here THEN 'channel_not_allowed'
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
