import { type Kysely, sql } from 'kysely'

/** What membership costs, invoices with their series, payments, and what the bookkeeping is told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table organisation_profile
      add column invoice_email text not null default '',
      add column invoice_reference text not null default '';
    comment on column organisation_profile.invoice_reference is 'The buyer''s own reference, which a Peppol invoice must carry';

    create table fee_schedule (
      year integer primary key check (year between 1995 and 2100),
      fixed_ore integer not null check (fixed_ore between 0 and 100000000),
      municipality_rate_ore integer not null check (municipality_rate_ore between 0 and 100000),
      region_rate_ore integer not null check (region_rate_ore between 0 and 100000),
      cap_inhabitants integer check (cap_inhabitants between 1 and 100000000),
      population_year integer not null check (population_year between year - 5 and year),
      joining text not null check (joining in ('whole-year', 'by-month', 'free')),
      leaving text not null check (leaving in ('whole-year', 'by-month')),
      observer_percent integer not null check (observer_percent between 0 and 100),
      due_days integer not null default 30 check (due_days between 1 and 120),
      decided_on date not null,
      decision text not null check (decision <> ''),
      made_up boolean not null default false
    );
    comment on table fee_schedule is 'What the annual meeting decided for a year; money in öre';
    comment on column fee_schedule.population_year is 'The fee counts the inhabitants of 31 December this year';

    create table finance_settings (
      only_row boolean primary key default true check (only_row),
      name text not null,
      organisation_number text not null check (organisation_number ~ '^[0-9]{6}-[0-9]{4}$'),
      vat_number text not null default '',
      approved_for_f_tax boolean not null default false,
      address text not null,
      postal_code text not null,
      city text not null,
      email text not null,
      phone text not null default '',
      web text not null default '',
      giro_kind text not null check (giro_kind in ('bankgiro', 'plusgiro')),
      giro_number text not null check (giro_number ~ '^[0-9]{2,8}$'),
      interest_percent double precision check (interest_percent between 0 and 40),
      claims_account text not null default '1510' check (claims_account ~ '^[0-9]{4}$'),
      bank_account text not null default '1930' check (bank_account ~ '^[0-9]{4}$'),
      unplaced_account text not null default '2890' check (unplaced_account ~ '^[0-9]{4}$'),
      fee_account text not null default '3890' check (fee_account ~ '^[0-9]{4}$'),
      sales_account text not null default '3010' check (sales_account ~ '^[0-9]{4}$'),
      vat_account text not null default '2610' check (vat_account ~ '^[0-9]{4}$'),
      made_up boolean not null default false
    );
    comment on column finance_settings.interest_percent is 'Yearly interest on late payment; null: none is charged';
    comment on column finance_settings.unplaced_account is 'Where a payment stands until it is placed on an invoice';

    create table invoice_run (
      id bigint generated always as identity primary key,
      year integer not null references fee_schedule (year),
      issued_on date not null,
      due_on date not null,
      made_by bigint references person (id),
      made_at timestamptz not null default now()
    );

    create table invoice_series (year integer primary key, last integer not null check (last between 0 and 9999));
    comment on table invoice_series is 'The last number of each year; locked while numbers are given, so that none is skipped';

    create table invoice (
      id bigint generated always as identity primary key,
      year integer not null,
      sequence integer not null,
      number text not null unique,
      kind text not null check (kind in ('invoice', 'credit-note')),
      purpose text not null check (purpose in ('membership-fee', 'other')),
      organisation_code text not null references organisation (code),
      run_id bigint references invoice_run (id),
      credits_id bigint references invoice (id),
      fee_year integer,
      issued_on date not null,
      due_on date not null,
      ocr text not null unique,
      total_ore bigint not null check (total_ore > 0),
      document jsonb not null,
      made_by bigint references person (id),
      made_at timestamptz not null default now(),
      unique (year, sequence),
      check ((kind = 'credit-note') = (credits_id is not null))
    );
    comment on table invoice is 'Invoices and credit notes as they were issued. A row never changes';
    comment on column invoice.document is 'InvoiceDocument: everything that stands on it';
    create unique index invoice_once_a_run on invoice (run_id, organisation_code) where run_id is not null;
    create index invoice_organisation on invoice (organisation_code);
    create index invoice_credits on invoice (credits_id);

    create table invoice_file (
      invoice_id bigint not null references invoice (id),
      format text not null check (format in ('pdf', 'peppol')),
      content bytea not null,
      made_at timestamptz not null default now(),
      primary key (invoice_id, format)
    );

    create table invoice_delivery (
      invoice_id bigint not null references invoice (id),
      way text not null check (way in ('mail', 'peppol')),
      receiver text not null,
      staged_at timestamptz,
      sent_at timestamptz,
      failure text not null default '',
      primary key (invoice_id, way)
    );

    comment on column invoice_delivery.staged_at is 'The file lies beside the access point''s folder, hidden, and only waits to be moved in';
    create index invoice_delivery_waiting on invoice_delivery (invoice_id) where sent_at is null;

    create table invoice_reminder (
      invoice_id bigint not null references invoice (id),
      ordinal integer not null,
      sent_on date not null,
      open_ore bigint not null,
      receiver text not null,
      primary key (invoice_id, ordinal)
    );

    create function refuse_finance_change() returns trigger language plpgsql as $$
    begin
      raise exception '% never changes once issued: % is refused', tg_table_name, tg_op;
    end $$;
    create trigger frozen before update or delete on invoice for each row execute function refuse_finance_change();
    create trigger kept before truncate on invoice for each statement execute function refuse_finance_change();
    create trigger frozen before update or delete on invoice_file for each row execute function refuse_finance_change();
    create trigger kept before truncate on invoice_file for each statement execute function refuse_finance_change();

    create table payment_file (
      id bigint generated always as identity primary key,
      hash text not null unique,
      name text not null,
      format text not null,
      message_id text not null,
      payments integer not null,
      known integer not null,
      skipped integer not null,
      total_ore bigint not null,
      read_by bigint references person (id),
      read_at timestamptz not null default now()
    );
    comment on column payment_file.known is 'Payments that an earlier file had told already';

    create table payment (
      id bigint generated always as identity primary key,
      file_id bigint not null references payment_file (id),
      identity text not null unique,
      booked_on date not null,
      amount_ore bigint not null check (amount_ore <> 0),
      reference text not null,
      payer_name text not null,
      payer_organisation_number text,
      payer_account text not null
    );
    create trigger frozen before update or delete on payment for each row execute function refuse_finance_change();

    create table allocation (
      id bigint generated always as identity primary key,
      payment_id bigint not null references payment (id),
      invoice_id bigint references invoice (id),
      amount_ore bigint not null check (amount_ore <> 0),
      placed_on date not null,
      placed_by bigint references person (id),
      certain boolean not null default false,
      note text not null default '',
      placed_at timestamptz not null default now(),
      check (invoice_id is not null or note <> '')
    );
    comment on table allocation is 'What of a payment went to which invoice; without an invoice: paid back, with a note';
    create index allocation_payment on allocation (payment_id);
    create index allocation_invoice on allocation (invoice_id);
    create trigger frozen before update or delete on allocation for each row execute function refuse_finance_change();

    create view invoice_balance as
      select i.id as invoice_id,
        coalesce((select sum(c.total_ore) from invoice c where c.credits_id = i.id), 0)::bigint as credited_ore,
        coalesce((select sum(a.amount_ore) from allocation a where a.invoice_id = i.id), 0)::bigint as paid_ore,
        (i.total_ore
          - coalesce((select sum(c.total_ore) from invoice c where c.credits_id = i.id), 0)
          - coalesce((select sum(a.amount_ore) from allocation a where a.invoice_id = i.id), 0))::bigint as open_ore
      from invoice i where i.kind = 'invoice';

    create table mail_attachment (
      mail_id bigint not null references mail (id) on delete cascade,
      name text not null,
      media_type text not null,
      content bytea not null,
      primary key (mail_id, name)
    );

    create trigger audited after insert or update or delete on fee_schedule for each row execute function write_audit('year');
    create trigger audited after insert or update or delete on finance_settings for each row execute function write_audit('only_row');
    create trigger audited after insert on invoice_run for each row execute function write_audit('id');
    create trigger audited after insert on invoice for each row execute function write_audit('id');
    create trigger audited after insert on invoice_reminder for each row execute function write_audit('invoice_id', 'ordinal');
    create trigger audited after insert on payment_file for each row execute function write_audit('id');
    create trigger audited after insert on allocation for each row execute function write_audit('id');
    create trigger published after insert or update or delete on fee_schedule
      for each statement execute function mark_public_change();
  `.execute(db)
}
