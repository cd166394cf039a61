-- CreateEnum
CREATE TYPE "commerce"."customer_hold" AS ENUM ('none', 'invoices', 'all');

-- CreateEnum
CREATE TYPE "commerce"."customer_list" AS ENUM ('customer_group', 'payment_terms', 'payment_method', 'delivery_terms', 'delivery_mode', 'price_group', 'discount_group');

-- CreateEnum
CREATE TYPE "commerce"."address_purpose" AS ENUM ('business', 'delivery', 'invoice');

-- CreateEnum
CREATE TYPE "commerce"."contact_info_kind" AS ENUM ('email', 'phone');

-- CreateEnum
CREATE TYPE "commerce"."registration_type" AS ENUM ('tax_id', 'company', 'eori', 'gln', 'duns', 'lei', 'other');

-- AlterTable
ALTER TABLE "commerce"."customer"
    ADD COLUMN "search_name" TEXT,
    ADD COLUMN "note" TEXT,
    ADD COLUMN "hold" "commerce"."customer_hold" NOT NULL DEFAULT 'none',
    ADD COLUMN "hold_reason" TEXT,
    ADD COLUMN "currency" TEXT,
    ADD COLUMN "customer_group" TEXT,
    ADD COLUMN "payment_terms" TEXT,
    ADD COLUMN "payment_method" TEXT,
    ADD COLUMN "delivery_terms" TEXT,
    ADD COLUMN "delivery_mode" TEXT,
    ADD COLUMN "price_group" TEXT,
    ADD COLUMN "discount_group" TEXT,
    ADD COLUMN "invoice_account_id" UUID;

-- AlterTable
ALTER TABLE "commerce"."hierarchy"
    ADD COLUMN "member_count" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "active_admin_count" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "commerce"."customer_code" (
    "id" UUID NOT NULL,
    "list" "commerce"."customer_list" NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "customer_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commerce"."customer_address" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "purpose" "commerce"."address_purpose" NOT NULL,
    "is_primary" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "street" TEXT NOT NULL,
    "street2" TEXT,
    "city" TEXT NOT NULL,
    "state_province" TEXT,
    "postal_code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "customer_address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commerce"."customer_contact_info" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "kind" "commerce"."contact_info_kind" NOT NULL,
    "value" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "customer_contact_info_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commerce"."customer_registration" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "type" "commerce"."registration_type" NOT NULL,
    "country" TEXT,
    "number" TEXT NOT NULL,
    "is_checked" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "customer_registration_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "customer_code_list_code_key" ON "commerce"."customer_code"("list", "code");

-- CreateIndex
CREATE INDEX "customer_address_customer_id_idx" ON "commerce"."customer_address"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_contact_info_customer_id_kind_value_key" ON "commerce"."customer_contact_info"("customer_id", "kind", "value");

-- CreateIndex
CREATE UNIQUE INDEX "customer_registration_customer_id_type_number_key" ON "commerce"."customer_registration"("customer_id", "type", "number");

-- CreateIndex
CREATE INDEX "customer_invoice_account_id_idx" ON "commerce"."customer"("invoice_account_id");

-- AddForeignKey
ALTER TABLE "commerce"."customer" ADD CONSTRAINT "customer_invoice_account_id_fkey" FOREIGN KEY ("invoice_account_id") REFERENCES "commerce"."customer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commerce"."customer_address" ADD CONSTRAINT "customer_address_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "commerce"."customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commerce"."customer_contact_info" ADD CONSTRAINT "customer_contact_info_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "commerce"."customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commerce"."customer_registration" ADD CONSTRAINT "customer_registration_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "commerce"."customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE commerce.customer ADD CONSTRAINT customer_currency_is_a_code CHECK (currency ~ '^[A-Z]{3}$');

-- One address is used for each purpose. The business one that is used stands on the customer itself.
CREATE UNIQUE INDEX customer_address_primary ON commerce.customer_address (customer_id, purpose) WHERE is_primary;
ALTER TABLE commerce.customer_address ADD CONSTRAINT customer_address_business_primary CHECK (purpose <> 'business' OR NOT is_primary);

-- ---------- Value lists ----------

ALTER TABLE commerce.customer_code ADD CONSTRAINT customer_code_is_short CHECK (code ~ '^[A-Z0-9][A-Z0-9._/-]{0,19}$');

CREATE FUNCTION commerce.keep_code() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a code of a value list is archived, never deleted or changed' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER customer_code_stays BEFORE DELETE ON commerce.customer_code FOR EACH ROW EXECUTE FUNCTION commerce.keep_code();
CREATE TRIGGER customer_code_is_the_same BEFORE UPDATE ON commerce.customer_code
  FOR EACH ROW WHEN (NEW.code <> OLD.code OR NEW.list <> OLD.list) EXECUTE FUNCTION commerce.keep_code();

-- A customer names codes, not ids: history, files and the side-by-side view read them as they stand.
CREATE FUNCTION commerce.insist_on_codes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE unknown text;
BEGIN
  SELECT given.list || ' ' || given.code INTO unknown FROM (VALUES
    ('customer_group', NEW.customer_group), ('payment_terms', NEW.payment_terms), ('payment_method', NEW.payment_method),
    ('delivery_terms', NEW.delivery_terms), ('delivery_mode', NEW.delivery_mode), ('price_group', NEW.price_group),
    ('discount_group', NEW.discount_group)) AS given (list, code)
  WHERE given.code IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM commerce.customer_code c WHERE c.list = given.list::commerce.customer_list AND c.code = given.code)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'there is no code %', unknown USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'customer_code_is_known';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER customer_code_is_known
  BEFORE INSERT OR UPDATE OF customer_group, payment_terms, payment_method, delivery_terms, delivery_mode, price_group, discount_group
  ON commerce.customer FOR EACH ROW
  WHEN (num_nonnulls(NEW.customer_group, NEW.payment_terms, NEW.payment_method, NEW.delivery_terms, NEW.delivery_mode, NEW.price_group, NEW.discount_group) > 0)
  EXECUTE FUNCTION commerce.insist_on_codes();

-- ---------- Seats ----------

-- Whoever archives locks the customer and looks for seats; who seats it meanwhile begins again, and finds no such customer.
CREATE FUNCTION commerce.insist_on_living_customer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE found_status commerce.customer_status;
BEGIN
  SELECT status INTO found_status FROM commerce.customer WHERE id = NEW.customer_id FOR SHARE;
  IF found_status = 'archived' THEN
    RAISE EXCEPTION 'an archived customer has no seat' USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER member_is_not_archived BEFORE INSERT ON commerce.hierarchy_member
  FOR EACH ROW WHEN (NEW.removed_at IS NULL) EXECUTE FUNCTION commerce.insist_on_living_customer();

-- A person's invoices go to the organization that it orders for: its own where it has a seat there, else the one that seated it first.
CREATE FUNCTION commerce.invoice_account_of(person uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT h.organization_id FROM commerce.hierarchy_member m
  JOIN commerce.hierarchy h ON h.id = m.hierarchy_id
  JOIN commerce.customer c ON c.id = m.customer_id
  WHERE m.customer_id = person AND m.removed_at IS NULL AND h.organization_id <> person
  ORDER BY h.organization_id IS DISTINCT FROM c.organization_id, m.invited_at, m.id LIMIT 1
$$;

CREATE FUNCTION commerce.settle_invoice_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE commerce.customer c SET invoice_account_id = commerce.invoice_account_of(c.id)
  WHERE c.id IN (OLD.customer_id, NEW.customer_id) AND c.type = 'person'
    AND c.invoice_account_id IS DISTINCT FROM commerce.invoice_account_of(c.id);
  RETURN NULL;
END $$;

CREATE TRIGGER member_settles_invoice_account AFTER INSERT OR DELETE OR UPDATE OF removed_at, customer_id ON commerce.hierarchy_member
  FOR EACH ROW EXECUTE FUNCTION commerce.settle_invoice_account();

-- Its history belongs to the move that seated or removed the person, which is written at the end of the same transaction.
CREATE FUNCTION commerce.note_invoice_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO platform.field_change (id, audit_id, at, actor_id, actor_name, record_kind, record_id, field, "from", "to")
  SELECT gen_random_uuid(), a.id, a.at, a.actor_id, a.actor_name, 'customer', NEW.id, 'invoiceAccount',
    (SELECT number FROM commerce.customer WHERE id = OLD.invoice_account_id), (SELECT number FROM commerce.customer WHERE id = NEW.invoice_account_id)
  FROM platform.audit_entry a
  WHERE a.record_ids @> ARRAY[NEW.id] AND a.xmin = pg_current_xact_id()::xid
  ORDER BY a.id DESC LIMIT 1;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER customer_invoice_account_is_told AFTER UPDATE OF invoice_account_id ON commerce.customer
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.invoice_account_id IS DISTINCT FROM NEW.invoice_account_id)
  EXECUTE FUNCTION commerce.note_invoice_account();

-- How many members and Active Admins a hierarchy has, counted once a statement.
CREATE FUNCTION commerce.count_members(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE commerce.hierarchy h SET member_count = counted.members, active_admin_count = counted.admins
  FROM (
    SELECT t.id, count(m.id)::int AS members, count(m.id) FILTER (WHERE m.role = 'admin' AND m.status = 'active')::int AS admins
    FROM (SELECT DISTINCT unnest(ids) AS id) t LEFT JOIN commerce.hierarchy_member m ON m.hierarchy_id = t.id AND m.removed_at IS NULL
    GROUP BY t.id) counted
  WHERE h.id = counted.id AND (h.member_count, h.active_admin_count) IS DISTINCT FROM (counted.members, counted.admins)
$$;

CREATE FUNCTION commerce.count_new_members() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM commerce.count_members((SELECT array_agg(hierarchy_id) FROM fresh));
  RETURN NULL;
END $$;

CREATE FUNCTION commerce.count_old_members() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM commerce.count_members((SELECT array_agg(hierarchy_id) FROM stale));
  RETURN NULL;
END $$;

CREATE TRIGGER member_counts_when_added AFTER INSERT ON commerce.hierarchy_member
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION commerce.count_new_members();
CREATE TRIGGER member_counts_when_changed AFTER UPDATE ON commerce.hierarchy_member
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION commerce.count_new_members();
CREATE TRIGGER member_counts_when_gone AFTER DELETE ON commerce.hierarchy_member
  REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION commerce.count_old_members();

-- ---------- What a customer is found by ----------

-- Its number and what people call it stand behind the text that the commands write, whoever writes it.
CREATE FUNCTION commerce.complete_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE more text;
BEGIN
  FOREACH more IN ARRAY ARRAY[lower(NEW.number), lower(NEW.search_name)] LOOP
    IF more IS NOT NULL AND position(more IN NEW.search_text) = 0 THEN
      NEW.search_text := NEW.search_text || ' ' || more;
    END IF;
  END LOOP;
  RETURN NEW;
END $$;

CREATE TRIGGER customer_search_is_complete BEFORE INSERT OR UPDATE OF search_text, search_name ON commerce.customer
  FOR EACH ROW EXECUTE FUNCTION commerce.complete_search_text();

-- ---------- What stands already ----------

UPDATE commerce.customer SET search_text = search_text;

SELECT commerce.count_members(array_agg(id)) FROM commerce.hierarchy;

UPDATE commerce.customer c SET invoice_account_id = commerce.invoice_account_of(c.id)
WHERE c.type = 'person' AND EXISTS (SELECT 1 FROM commerce.hierarchy_member m WHERE m.customer_id = c.id AND m.removed_at IS NULL);

INSERT INTO commerce.customer_code (id, list, code, name, created_at)
SELECT gen_random_uuid(), given.list::commerce.customer_list, given.code, given.name, now() FROM (VALUES
  ('customer_group', 'DIST', 'Distributors'),
  ('customer_group', 'DEALER', 'Dealers'),
  ('customer_group', 'RETAIL', 'Retailers'),
  ('customer_group', 'OEM', 'Manufacturers'),
  ('payment_terms', 'CIA', 'Cash in advance'),
  ('payment_terms', 'RECEIPT', 'Due on receipt'),
  ('payment_terms', 'N14', 'Net 14 days'),
  ('payment_terms', 'N30', 'Net 30 days'),
  ('payment_terms', 'N60', 'Net 60 days'),
  ('payment_terms', 'EOM30', '30 days from the end of the month'),
  ('payment_method', 'TRANSFER', 'Bank transfer'),
  ('payment_method', 'SEPA-DD', 'SEPA direct debit'),
  ('payment_method', 'CARD', 'Card'),
  ('payment_method', 'ACCOUNT', 'On account'),
  ('delivery_terms', 'EXW', 'Ex works'),
  ('delivery_terms', 'FCA', 'Free carrier'),
  ('delivery_terms', 'FOB', 'Free on board'),
  ('delivery_terms', 'CIF', 'Cost, insurance and freight'),
  ('delivery_terms', 'DAP', 'Delivered at place'),
  ('delivery_terms', 'DDP', 'Delivered duty paid'),
  ('delivery_mode', 'ROAD', 'Road freight'),
  ('delivery_mode', 'SEA', 'Sea freight'),
  ('delivery_mode', 'AIR', 'Air freight'),
  ('delivery_mode', 'COURIER', 'Courier'),
  ('delivery_mode', 'PICKUP', 'Collected by the customer'),
  ('price_group', 'LIST', 'List prices'),
  ('price_group', 'SILVER', 'Silver partners'),
  ('price_group', 'GOLD', 'Gold partners'),
  ('discount_group', 'VOL', 'Volume discount'),
  ('discount_group', 'PROJECT', 'Project discount')
) AS given (list, code, name);
