-- Every field of a record can be filtered by. These two serve the list of opportunities, as lead_told and lead_traits serve the list of leads.

DROP INDEX sales.opportunity_traits;
CREATE INDEX opportunity_traits ON sales.opportunity USING gin ((array[CASE WHEN probability is not null THEN 'probability+' ELSE 'probability-' END, CASE WHEN need is not null THEN 'need+' ELSE 'need-' END, CASE WHEN purchase_timeframe is not null THEN 'timeframe+' ELSE 'timeframe-' END, CASE WHEN budget is not null THEN 'budget+' ELSE 'budget-' END, CASE WHEN budget_amount is not null THEN 'budgetAmount+' ELSE 'budgetAmount-' END, CASE WHEN purchase_process is not null THEN 'process+' ELSE 'process-' END, CASE WHEN current_situation is not null THEN 'currentSituation+' ELSE 'currentSituation-' END, CASE WHEN customer_need is not null THEN 'customerNeed+' ELSE 'customerNeed-' END, CASE WHEN proposed_solution is not null THEN 'proposedSolution+' ELSE 'proposedSolution-' END, CASE WHEN requested_at is not null THEN 'requested+' ELSE 'requested-' END, CASE WHEN prospect_number is not null THEN 'prospect+' ELSE 'prospect-' END]));
CREATE INDEX opportunity_told ON sales.opportunity USING gin (lower(coalesce(current_situation, '') || ' ' || coalesce(customer_need, '') || ' ' || coalesce(proposed_solution, '')) gin_trgm_ops);

-- Serve the lists of leads and contacts, and the conditions of rules, by the language that somebody is written to in.
-- CreateIndex
CREATE INDEX "lead_language_idx" ON "sales"."lead"("language");

-- CreateIndex
CREATE INDEX "contact_language_idx" ON "sales"."contact"("language");
