-- What the lists of customers and of customer hierarchies are read, narrowed and grouped by. Each serves the field or the view that it is named after.
CREATE INDEX customer_told ON commerce.customer USING gin (lower(coalesce(search_name, '') || ' ' || coalesce(note, '') || ' ' || coalesce(website, '') || ' ' || coalesce(street, '') || ' ' || coalesce(street2, '') || ' ' || coalesce(postal_code, '') || ' ' || coalesce(city, '') || ' ' || coalesce(state_province, '') || ' ' || coalesce(hold_reason, '')) gin_trgm_ops);
CREATE INDEX customer_traits ON commerce.customer USING gin ((array[CASE WHEN email is not null THEN 'email+' ELSE 'email-' END, CASE WHEN search_name is not null THEN 'searchName+' ELSE 'searchName-' END, CASE WHEN first_name is not null THEN 'firstName+' ELSE 'firstName-' END, CASE WHEN last_name is not null THEN 'lastName+' ELSE 'lastName-' END, CASE WHEN note is not null THEN 'note+' ELSE 'note-' END, CASE WHEN phone is not null THEN 'phone+' ELSE 'phone-' END, CASE WHEN website is not null THEN 'website+' ELSE 'website-' END, CASE WHEN street is not null THEN 'street+' ELSE 'street-' END, CASE WHEN street2 is not null THEN 'street2+' ELSE 'street2-' END, CASE WHEN postal_code is not null THEN 'postalCode+' ELSE 'postalCode-' END, CASE WHEN city is not null THEN 'city+' ELSE 'city-' END, CASE WHEN state_province is not null THEN 'stateProvince+' ELSE 'stateProvince-' END, CASE WHEN tax_id is not null THEN 'taxId+' ELSE 'taxId-' END, CASE WHEN hold_reason is not null THEN 'holdReason+' ELSE 'holdReason-' END]));
CREATE INDEX customer_in_country ON commerce.customer (country, created_at DESC, id DESC);
CREATE INDEX customer_in_country_by_name ON commerce.customer (country, name, id);
CREATE INDEX customer_by_type_and_name ON commerce.customer (type, name, id);
CREATE INDEX customer_by_status_and_name ON commerce.customer (status, name, id);
CREATE INDEX customer_by_language ON commerce.customer (language, created_at DESC, id DESC);
CREATE INDEX customer_by_hold ON commerce.customer (hold, created_at DESC, id DESC);
CREATE INDEX customer_on_hold ON commerce.customer (created_at DESC, id DESC) WHERE hold <> 'none';
CREATE INDEX customer_on_hold_by_name ON commerce.customer (name, id) WHERE hold <> 'none';
-- The organization of a person, and whoever gets its invoices, by name.
CREATE INDEX customer_organization_name ON commerce.customer USING gin (lower(name) gin_trgm_ops) WHERE type = 'organization';
CREATE INDEX customer_organization_plain_name ON commerce.customer (lower(name) text_pattern_ops) WHERE type = 'organization';
-- What the planner knows of an index of some rows it does not hold for all of them.
CREATE STATISTICS commerce.customer_plain_name ON (lower(name)) FROM commerce.customer;

-- Most customers have no code at first: only those that do are kept here.
CREATE INDEX customer_by_customer_group ON commerce.customer (customer_group, created_at DESC, id DESC) WHERE customer_group IS NOT NULL;
CREATE INDEX customer_by_payment_terms ON commerce.customer (payment_terms, created_at DESC, id DESC) WHERE payment_terms IS NOT NULL;
CREATE INDEX customer_by_payment_method ON commerce.customer (payment_method, created_at DESC, id DESC) WHERE payment_method IS NOT NULL;
CREATE INDEX customer_by_delivery_terms ON commerce.customer (delivery_terms, created_at DESC, id DESC) WHERE delivery_terms IS NOT NULL;
CREATE INDEX customer_by_delivery_mode ON commerce.customer (delivery_mode, created_at DESC, id DESC) WHERE delivery_mode IS NOT NULL;
CREATE INDEX customer_by_price_group ON commerce.customer (price_group, created_at DESC, id DESC) WHERE price_group IS NOT NULL;
CREATE INDEX customer_by_discount_group ON commerce.customer (discount_group, created_at DESC, id DESC) WHERE discount_group IS NOT NULL;
CREATE INDEX customer_by_currency ON commerce.customer (currency, created_at DESC, id DESC) WHERE currency IS NOT NULL;

CREATE INDEX hierarchy_by_members ON commerce.hierarchy (member_count, id);
CREATE INDEX hierarchy_suspended ON commerce.hierarchy (created_at DESC, id DESC) WHERE suspended_at IS NOT NULL;
CREATE INDEX hierarchy_unattended ON commerce.hierarchy (created_at DESC, id DESC) WHERE active_admin_count = 0 AND suspended_at IS NULL;
