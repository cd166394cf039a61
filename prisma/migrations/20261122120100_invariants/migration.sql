-- What Prisma's language cannot say: numbering, what must never be false, what may never change, and the indexes of the lists.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- ---------- Number sequences ----------
-- A database sequence counts, so that two submissions never wait for each other; a rolled-back transaction leaves a gap.

CREATE SEQUENCE platform.prospect_number;
CREATE SEQUENCE platform.customer_number;
CREATE SEQUENCE platform.hierarchy_number;

INSERT INTO platform.number_sequence (kind, prefix, digits, version) VALUES
  ('prospect', 'PRO-', 6, 1), ('customer', 'CUS-', 6, 1), ('hierarchy', 'HIE-', 6, 1);

CREATE FUNCTION platform.next_number(kind_of text) RETURNS text LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  form platform.number_sequence%ROWTYPE;
  counted text;
BEGIN
  SELECT * INTO STRICT form FROM platform.number_sequence WHERE kind = kind_of;
  counted := nextval(format('platform.%I', kind_of || '_number')::regclass)::text;
  RETURN form.prefix || lpad(counted, greatest(form.digits, length(counted)), '0');
END $$;

-- ---------- The four table maps ----------

INSERT INTO platform.table_map (key, state) VALUES
  ('prospects_leads', 'running'), ('accounts_customers', 'running'), ('contacts_customers', 'running'), ('opportunities_prospects', 'running');

-- ---------- Sales ----------

ALTER TABLE sales.lead
  ADD CONSTRAINT lead_reason_fits_state CHECK (
    (state = 'open' AND status_reason IN ('new', 'contacted'))
    OR (state = 'qualified' AND status_reason = 'qualified')
    OR (state = 'disqualified' AND status_reason IN ('lost', 'cannot_contact', 'no_longer_interested', 'canceled'))),
  ADD CONSTRAINT lead_qualified_has_account_and_contact CHECK (
    (state = 'qualified') = (account_id IS NOT NULL AND contact_id IS NOT NULL)),
  ADD CONSTRAINT lead_opportunity_only_when_qualified CHECK (opportunity_id IS NULL OR state = 'qualified'),
  ADD CONSTRAINT lead_closed_has_hour CHECK ((state = 'open') = (closed_at IS NULL)),
  ADD CONSTRAINT lead_from_commerce_has_prospect CHECK (NOT from_commerce OR (prospect_id IS NOT NULL AND prospect_number IS NOT NULL)),
  ADD CONSTRAINT lead_owner_is_named CHECK ((owner_id IS NULL) = (owner_name IS NULL));

ALTER TABLE sales.opportunity
  ADD CONSTRAINT opportunity_reason_fits_state CHECK (
    (state = 'open' AND status_reason IN ('in_progress', 'on_hold'))
    OR (state = 'won' AND status_reason = 'won')
    OR (state = 'lost' AND status_reason IN ('canceled', 'out_sold'))),
  ADD CONSTRAINT opportunity_closed_has_hour CHECK ((state = 'open') = (closed_at IS NULL)),
  ADD CONSTRAINT opportunity_probability_is_percent CHECK (probability BETWEEN 0 AND 100);

-- One opportunity decides a prospect.
CREATE UNIQUE INDEX opportunity_of_prospect ON sales.opportunity (prospect_id) WHERE prospect_id IS NOT NULL;
CREATE UNIQUE INDEX lead_of_opportunity ON sales.lead (opportunity_id) WHERE opportunity_id IS NOT NULL;

ALTER TABLE sales.opportunity_close
  ADD CONSTRAINT close_reason_fits_outcome CHECK (
    (outcome = 'won' AND status_reason = 'won') OR (outcome = 'lost' AND status_reason IN ('canceled', 'out_sold')));

ALTER TABLE sales.activity
  ADD CONSTRAINT activity_is_about_one_record CHECK (num_nonnulls(lead_id, opportunity_id, account_id, contact_id) = 1);

-- ---------- Commerce ----------

ALTER TABLE commerce.prospect
  ADD CONSTRAINT prospect_approved_has_partner CHECK (
    status <> 'approved' OR (organization_id IS NOT NULL AND requestor_id IS NOT NULL AND hierarchy_id IS NOT NULL)),
  ADD CONSTRAINT prospect_decided_has_hour CHECK ((status = 'pending') = (decided_at IS NULL)),
  ADD CONSTRAINT prospect_email_is_canonical CHECK (email = lower(email));

ALTER TABLE commerce.customer
  ADD CONSTRAINT customer_person_has_email CHECK (type <> 'person' OR email IS NOT NULL),
  ADD CONSTRAINT customer_organization_stands_alone CHECK (type <> 'organization' OR organization_id IS NULL);

-- Sign-in finds a person by email: one address, one customer. An archived one gives its address back.
CREATE UNIQUE INDEX customer_person_email ON commerce.customer (email) WHERE type = 'person' AND status <> 'archived';

ALTER TABLE commerce.hierarchy
  ADD CONSTRAINT hierarchy_purpose_is_fixed CHECK (purpose = 'B2B organization');

ALTER TABLE commerce.hierarchy_member
  ADD CONSTRAINT member_disabled_has_hour CHECK ((status = 'disabled') = (disabled_at IS NOT NULL)),
  ADD CONSTRAINT member_active_has_accepted CHECK (status <> 'active' OR accepted_at IS NOT NULL);

CREATE UNIQUE INDEX member_once_in_hierarchy ON commerce.hierarchy_member (hierarchy_id, customer_id) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX member_person_once_in_hierarchy ON commerce.hierarchy_member (hierarchy_id, person_id) WHERE removed_at IS NULL;

-- The last wall behind the rule of the last Admin. Commands lock the hierarchy first; the lock here makes two who did not wait for each other all the same.
CREATE FUNCTION commerce.insist_on_admin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM commerce.hierarchy WHERE id = OLD.hierarchy_id FOR UPDATE;
  IF FOUND AND NOT EXISTS (
    SELECT 1 FROM commerce.hierarchy_member
    WHERE hierarchy_id = OLD.hierarchy_id AND role = 'admin' AND status <> 'disabled' AND removed_at IS NULL
  ) AND EXISTS (SELECT 1 FROM commerce.hierarchy WHERE id = OLD.hierarchy_id AND suspended_at IS NULL)
  THEN
    RAISE EXCEPTION 'a hierarchy needs an Admin' USING ERRCODE = 'check_violation', CONSTRAINT = 'hierarchy_has_admin';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER hierarchy_has_admin AFTER UPDATE OR DELETE ON commerce.hierarchy_member
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION commerce.insist_on_admin();

-- ---------- What may never change ----------

CREATE FUNCTION platform.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is written once and never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE ON platform.audit_entry FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER audit_entry_is_not_emptied BEFORE TRUNCATE ON platform.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER opportunity_close_stays BEFORE UPDATE ON sales.opportunity_close FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
-- A close record goes only together with an opportunity that Undo unmakes: then the foreign key, not a person, deletes it.
CREATE TRIGGER opportunity_close_is_not_deleted BEFORE DELETE ON sales.opportunity_close
  FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION platform.refuse_change();

-- ---------- Work that is due ----------

-- Serves the worker: facts whose reactions are due.
CREATE INDEX fact_due ON platform.fact (next_attempt_at, id) WHERE done_at IS NULL AND parked_at IS NULL;
-- Serves the worker: mails that are due, and those whose sender died.
CREATE INDEX mail_due ON platform.mail (send_after) WHERE state IN ('waiting', 'sending');
-- Serves the clean-up of counted attempts.
CREATE INDEX rate_limit_expired ON platform.rate_limit (expire);

-- ---------- Lists ----------
-- One index a view for its default order, newest first; one a sortable column; one for the search.

CREATE INDEX lead_from_commerce_newest ON sales.lead (created_at DESC, id DESC) WHERE from_commerce;
CREATE INDEX lead_open_newest ON sales.lead (created_at DESC, id DESC) WHERE state = 'open';
CREATE INDEX lead_closed_newest ON sales.lead (created_at DESC, id DESC) WHERE state <> 'open';
CREATE INDEX lead_newest ON sales.lead (created_at DESC, id DESC);
CREATE INDEX lead_of_owner ON sales.lead (owner_id, created_at DESC, id DESC) WHERE owner_id IS NOT NULL;
CREATE INDEX lead_by_status ON sales.lead (status_reason, created_at DESC, id DESC);
CREATE INDEX lead_by_status_word ON sales.lead (status_reason, id);
CREATE INDEX lead_by_company ON sales.lead (name_key, id);
CREATE INDEX lead_by_contact ON sales.lead (last_name, id);
CREATE INDEX lead_by_country ON sales.lead (country, id);
CREATE INDEX lead_by_rating ON sales.lead (rating, id);
CREATE INDEX lead_by_owner_name ON sales.lead (owner_name, id);
CREATE INDEX lead_search ON sales.lead USING gin (search_text gin_trgm_ops);

CREATE INDEX opportunity_newest ON sales.opportunity (created_at DESC, id DESC);
CREATE INDEX opportunity_open_newest ON sales.opportunity (created_at DESC, id DESC) WHERE state = 'open';
CREATE INDEX opportunity_of_owner ON sales.opportunity (owner_id, created_at DESC, id DESC) WHERE state = 'open';
CREATE INDEX opportunity_by_state ON sales.opportunity (state, created_at DESC, id DESC);
CREATE INDEX opportunity_by_topic ON sales.opportunity (topic, id);
CREATE INDEX opportunity_by_revenue ON sales.opportunity (estimated_revenue, id);
CREATE INDEX opportunity_by_close ON sales.opportunity (estimated_close_date, id);
CREATE INDEX opportunity_search ON sales.opportunity USING gin (search_text gin_trgm_ops);
CREATE INDEX account_by_name ON sales.account (name_key, id);
CREATE INDEX account_newest ON sales.account (created_at DESC, id DESC);
CREATE INDEX account_search ON sales.account USING gin (search_text gin_trgm_ops);
CREATE INDEX contact_by_name ON sales.contact (last_name, id);
CREATE INDEX contact_newest ON sales.contact (created_at DESC, id DESC);
CREATE INDEX contact_search ON sales.contact USING gin (search_text gin_trgm_ops);

CREATE INDEX prospect_by_status ON commerce.prospect (status, submitted_at DESC, id DESC);
CREATE INDEX prospect_newest ON commerce.prospect (submitted_at DESC, id DESC);
CREATE INDEX prospect_by_company ON commerce.prospect (company_name, id);
CREATE INDEX prospect_search ON commerce.prospect USING gin (search_text gin_trgm_ops);
CREATE INDEX customer_newest ON commerce.customer (created_at DESC, id DESC);
CREATE INDEX customer_by_type ON commerce.customer (type, created_at DESC, id DESC);
CREATE INDEX customer_by_status ON commerce.customer (status, created_at DESC, id DESC);
CREATE INDEX customer_by_name ON commerce.customer (name, id);
CREATE INDEX customer_search ON commerce.customer USING gin (search_text gin_trgm_ops);
CREATE INDEX hierarchy_newest ON commerce.hierarchy (created_at DESC, id DESC);
CREATE INDEX hierarchy_by_name ON commerce.hierarchy (name, id);
CREATE INDEX hierarchy_search ON commerce.hierarchy USING gin (search_text gin_trgm_ops);

CREATE INDEX mail_newest ON platform.mail (created_at DESC, id DESC);
CREATE INDEX mail_search ON platform.mail USING gin (lower(subject || ' ' || to_name || ' ' || to_address) gin_trgm_ops);
CREATE INDEX audit_search ON platform.audit_entry USING gin (lower(record_label || ' ' || actor_name || ' ' || move) gin_trgm_ops);
