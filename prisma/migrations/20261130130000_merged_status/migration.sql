ALTER TYPE "commerce"."prospect_status" ADD VALUE 'merged';
