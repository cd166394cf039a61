ALTER TYPE "platform"."mail_state" ADD VALUE 'held';
ALTER TYPE "platform"."mail_state" ADD VALUE 'bounced';
