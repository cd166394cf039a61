-- Which row of the audit tells of a customer is found by its record. Ordered by id at once, the planner walked the whole audit backward wherever no row told of it.

CREATE OR REPLACE FUNCTION commerce.note_invoice_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH told AS MATERIALIZED (
    SELECT id, at, actor_id, actor_name FROM platform.audit_entry
    WHERE record_ids @> ARRAY[NEW.id] AND xmin = pg_current_xact_id()::xid
  )
  INSERT INTO platform.field_change (id, audit_id, at, actor_id, actor_name, record_kind, record_id, field, "from", "to")
  SELECT gen_random_uuid(), told.id, told.at, told.actor_id, told.actor_name, 'customer', NEW.id, 'invoiceAccount',
    (SELECT number FROM commerce.customer WHERE id = OLD.invoice_account_id), (SELECT number FROM commerce.customer WHERE id = NEW.invoice_account_id)
  FROM told ORDER BY told.id DESC LIMIT 1;
  RETURN NULL;
END $$;
