-- Serve the global search: what begins with the typed text. A text begins with the company or the name.
CREATE INDEX lead_begins ON sales.lead (left(search_text, 40) text_pattern_ops);
CREATE INDEX opportunity_begins ON sales.opportunity (left(search_text, 40) text_pattern_ops);
CREATE INDEX account_begins ON sales.account (left(search_text, 40) text_pattern_ops);
CREATE INDEX contact_begins ON sales.contact (left(search_text, 40) text_pattern_ops);
CREATE INDEX prospect_begins ON commerce.prospect (left(search_text, 40) text_pattern_ops);
CREATE INDEX customer_begins ON commerce.customer (left(search_text, 40) text_pattern_ops);
CREATE INDEX hierarchy_begins ON commerce.hierarchy (left(search_text, 40) text_pattern_ops);
