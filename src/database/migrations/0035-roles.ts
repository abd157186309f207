import { type Kysely, sql } from 'kysely'

/**
 * What the web role may have done and may not do itself: the log is written and, where the law asks for it, blanked by
 * functions that run as the owner. Each look-up in them is bound to this schema, so that nobody can slip in a table.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create schema if not exists jobs;

    alter function write_audit() security definer set search_path = public, pg_temp;
    alter function write_registration_audit() security definer set search_path = public, pg_temp;
    alter function audit_door() security definer set search_path = public, pg_temp;

    -- What is blanked leaves a line of its own: how many entries, of what, in whose name.
    create function note_blanked(what text, blanked bigint) returns void language plpgsql
      security definer set search_path = public, pg_temp as $$
    begin
      if blanked = 0 then return; end if;
      insert into audit_entry (actor_id, actor_name, action, table_name, row_key, after) values (
        nullif(current_setting('ekokommun.actor_id', true), '')::bigint,
        coalesce(nullif(current_setting('ekokommun.actor_name', true), ''), 'Ekokommun'),
        'audit.blank', 'audit_entry', what, jsonb_build_object('entries', blanked));
    end $$;

    create or replace function erase_from_audit(erased bigint) returns void language plpgsql
      security definer set search_path = public, pg_temp as $$
    declare
      blanked bigint;
    begin
      if not exists (select from person where id = erased and erased_at is not null) then
        raise exception 'Person % is not erased, and stays in the log', erased;
      end if;
      perform set_config('ekokommun.erasing', 'yes', true);
      update audit_entry set before = null, after = null
        where (table_name = 'person' and row_key = erased::text)
          or (table_name in ('contact_card', 'person_subject') and split_part(row_key, ' ', 1) = erased::text);
      get diagnostics blanked = row_count;
      update audit_entry set actor_name = '' where actor_id = erased;
      perform set_config('ekokommun.erasing', '', true);
      perform note_blanked('person ' || erased, blanked);
    end $$;

    create or replace function forget_old_audit(oldest timestamptz) returns void language plpgsql
      security definer set search_path = public, pg_temp as $$
    declare
      gone bigint;
    begin
      if oldest > now() - interval '10 years' then
        raise exception 'The log is kept for ten years';
      end if;
      perform set_config('ekokommun.erasing', 'yes', true);
      delete from audit_entry where at < oldest;
      get diagnostics gone = row_count;
      perform set_config('ekokommun.erasing', '', true);
      perform note_blanked('before ' || oldest::date, gone);
    end $$;

    create function forget_application_in_audit(deleted bigint) returns void language plpgsql
      security definer set search_path = public, pg_temp as $$
    declare
      blanked bigint;
    begin
      if exists (select from application where id = deleted) then
        raise exception 'Application % is there, and stays in the log', deleted;
      end if;
      perform set_config('ekokommun.erasing', 'yes', true);
      update audit_entry set before = null, after = null
        where (table_name = 'application' and row_key = deleted::text)
          or (table_name in ('application_file', 'application_step')
            and coalesce(after, before) ->> 'application_id' = deleted::text);
      get diagnostics blanked = row_count;
      perform set_config('ekokommun.erasing', '', true);
      perform note_blanked('application ' || deleted, blanked);
    end $$;

    -- A contact who is named in an application by address, and who is being erased.
    create function forget_contact_in_audit(erased bigint) returns void language plpgsql
      security definer set search_path = public, pg_temp as $$
    declare
      address text := (select lower(email) from person where id = erased);
      blanked bigint;
    begin
      perform set_config('ekokommun.erasing', 'yes', true);
      update audit_entry set before = null, after = null
        where table_name = 'application' and address in
          (lower(before #>> '{answers,politicianEmail}'), lower(after #>> '{answers,politicianEmail}'),
           lower(before #>> '{answers,officialEmail}'), lower(after #>> '{answers,officialEmail}'));
      get diagnostics blanked = row_count;
      perform set_config('ekokommun.erasing', '', true);
      perform note_blanked('contact ' || erased, blanked);
    end $$;

    create function forget_certificates_in_audit(deleted bigint[]) returns void language plpgsql
      security definer set search_path = public, pg_temp as $$
    declare
      blanked bigint;
    begin
      if exists (select from training_certificate where id = any(deleted)) then
        raise exception 'A certificate that is there stays in the log';
      end if;
      perform set_config('ekokommun.erasing', 'yes', true);
      update audit_entry set before = null, after = null
        where table_name = 'training_certificate' and row_key = any(deleted::text[]);
      get diagnostics blanked = row_count;
      perform set_config('ekokommun.erasing', '', true);
      perform note_blanked('training_certificate', blanked);
    end $$;

    -- To hold a row is to have the right to change it, which nobody has here but its owner.
    create function hold_invoice(held text) returns void language plpgsql
      security definer set search_path = public, pg_temp as $$
    begin
      perform from invoice where number = held for update;
    end $$;
    create function hold_payment(held bigint) returns void language plpgsql
      security definer set search_path = public, pg_temp as $$
    begin
      perform from payment where id = held for update;
    end $$;

    -- A trigger fires for everyone; nobody else is to attach it to a table of their own, or to call what blanks.
    revoke execute on function write_audit(), write_registration_audit(), audit_door(),
      note_blanked(text, bigint), erase_from_audit(bigint), forget_old_audit(timestamptz),
      forget_application_in_audit(bigint), forget_contact_in_audit(bigint), forget_certificates_in_audit(bigint[])
      from public;
    revoke create on schema public from public;
  `.execute(db)
}
