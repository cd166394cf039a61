-- AlterTable
ALTER TABLE "platform"."person" ADD COLUMN     "time_zone" TEXT;

ALTER TABLE platform.person ADD CONSTRAINT person_time_zone_length CHECK (length(time_zone) BETWEEN 1 AND 60);

-- The zone of those who have none of their own, and of letters: that of the business hours which hold where no others do.
CREATE FUNCTION platform.house_zone() RETURNS text LANGUAGE sql STABLE
RETURN (SELECT time_zone FROM sales.business_calendar WHERE is_default);
