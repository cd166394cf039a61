-- Whether a lead is still to be compared is asked for many leads at once.
-- CreateIndex
CREATE INDEX "match_due_record_id_idx" ON "sales"."match_due"("record_id");
