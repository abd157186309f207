import { type Kysely, sql } from 'kysely'

/** Organisations, their people and the facts about them; sources of every fact; the version of the public data. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table data_version (
      only_row boolean primary key default true check (only_row),
      version bigint not null default 1
    );
    insert into data_version default values;
    comment on table data_version is 'Counts up with every change of public data; cached pages are keyed on it';

    create table source (
      id text primary key,
      title_sv text not null,
      title_en text not null,
      publisher text not null,
      licence_sv text not null,
      licence_en text not null,
      address text,
      retrieved_on date not null,
      covers_sv text not null,
      covers_en text not null
    );
    comment on table source is 'Where each fact comes from';

    create table loaded_file (
      path text primary key,
      hash text not null
    );
    comment on table loaded_file is 'Reference files as last loaded; a file with the same hash is passed over';

    create table county (
      code text primary key check (code ~ '^[0-9]{2}$'),
      name text not null
    );

    create table municipality_group (
      code text primary key,
      name_sv text not null,
      name_en text not null
    );
    comment on table municipality_group is 'The SKR classification of municipalities, 2023';

    create table organisation (
      code text primary key,
      kind text not null check (kind in ('municipality', 'region', 'association')),
      name text not null,
      county_code text references county (code),
      group_code text references municipality_group (code),
      land_area_km2 double precision check (land_area_km2 > 0),
      latitude double precision,
      longitude double precision
    );

    create table population (
      organisation_code text not null references organisation (code),
      year integer not null,
      inhabitants integer not null check (inhabitants > 0),
      basis text not null check (basis in ('published', 'derived', 'estimated', 'perturbed')),
      source_id text not null references source (id),
      primary key (organisation_code, year)
    );
    comment on column population.inhabitants is 'On 31 December of the year';

    create table cartogram_circle (
      organisation_code text primary key references organisation (code),
      x double precision not null,
      y double precision not null,
      radius double precision not null
    );
    comment on table cartogram_circle is 'Map position computed ahead: circle by population, pushed apart from its neighbours';

    create table membership (
      id bigint generated always as identity primary key,
      organisation_code text not null references organisation (code),
      since date not null,
      until date check (until > since),
      made_up boolean not null
    );
    create index membership_organisation on membership (organisation_code);

    create table person (
      id bigint generated always as identity primary key,
      name text not null,
      made_up boolean not null
    );

    create table appointment (
      id bigint generated always as identity primary key,
      person_id bigint not null references person (id),
      organisation_code text not null references organisation (code),
      role text not null,
      title_sv text not null default '',
      title_en text not null default '',
      home_organisation_code text references organisation (code),
      since date not null,
      until date check (until > since),
      ordinal integer not null default 0
    );
    comment on column appointment.organisation_code is 'Where the role is held; the board is held in the association';
  `.execute(db)
}
