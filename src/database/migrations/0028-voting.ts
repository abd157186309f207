import { type Kysely, sql } from 'kysely'

/** Live voting: ballots with their rounds, who has voted, and the papers that are published. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table voting_room (
      meeting_id bigint primary key references meeting (id),
      open_to_all boolean not null default false,
      version bigint not null default 0
    );
    comment on table voting_room is 'What belongs to the voting of a meeting as a whole';
    comment on column voting_room.open_to_all is 'The projector page can be read without logging in';
    comment on column voting_room.version is 'Counts up in the transaction of whatever those who listen must hear of';

    create table ballot (
      id bigint generated always as identity primary key,
      meeting_item_id bigint not null references meeting_item (id),
      kind text not null check (kind in ('yes-no', 'alternatives', 'names', 'lists')),
      secret boolean not null,
      question text not null check (question <> ''),
      majority text not null default 'majority' check (majority in ('majority', 'majority_statutes', 'majority_dissolution')),
      seats smallint check (seats > 0),
      made_up boolean not null default false,
      check ((kind in ('names', 'lists')) = (seats is not null))
    );
    create index ballot_item on ballot (meeting_item_id);
    comment on column ballot.majority is 'The rule of the statutes that a yes must reach';

    create table ballot_option (
      ballot_id bigint not null references ballot (id),
      number smallint not null check (number > 0),
      label text not null check (label <> ''),
      names text[] not null default '{}',
      primary key (ballot_id, number)
    );
    comment on table ballot_option is
      'What can be voted for: alternatives with the main proposal first, candidates, or lists. A yes-no ballot has none';
    comment on column ballot_option.names is 'Whom a list would elect, in its order';

    create table ballot_round (
      id bigint generated always as identity primary key,
      ballot_id bigint not null references ballot (id),
      meeting_id bigint not null references meeting (id),
      number smallint not null check (number > 0),
      yes_option smallint,
      no_option smallint,
      opened_at timestamptz not null default now(),
      closed_at timestamptz,
      roll_size integer,
      public_key text,
      sealed_secret text,
      casting smallint[],
      lot_seed text,
      cancelled_why text,
      unique (ballot_id, number),
      foreign key (ballot_id, yes_option) references ballot_option (ballot_id, number),
      foreign key (ballot_id, no_option) references ballot_option (ballot_id, number),
      check ((closed_at is null) = (roll_size is null)),
      check (closed_at is null or sealed_secret is null),
      check (cancelled_why is null or closed_at is not null)
    );
    create unique index ballot_round_open on ballot_round (meeting_id) where closed_at is null;
    comment on table ballot_round is 'One time that the hall votes. A ballot on several alternatives takes several';
    comment on column ballot_round.yes_option is 'What a yes is for, and no_option a no; without the latter a no is for nothing';
    comment on column ballot_round.roll_size is 'How many votes the roll had when it was closed';
    comment on column ballot_round.sealed_secret is
      'Opens the envelopes of a secret ballot, sealed with the program''s secret; gone when it is closed';
    comment on column ballot_round.casting is 'How the chair broke a tie: the choices that win';
    comment on column ballot_round.lot_seed is 'What the lot of a tie was drawn from; anybody can draw it again';

    create table ballot_voter (
      round_id bigint not null references ballot_round (id),
      organisation_code text not null references organisation (code),
      place smallint not null,
      entry_id bigint not null references voting_roll_entry (id),
      choice smallint[],
      sealed bytea,
      primary key (round_id, organisation_code, place),
      check (choice is null or sealed is null)
    );
    create index ballot_voter_entry on ballot_voter (entry_id);
    comment on table ballot_voter is
      'Which votes of the roll have been cast; no time, no order. One row for a member''s vote whoever casts it';
    comment on column ballot_voter.choice is 'What was voted in an open ballot; null in a secret one';
    comment on column ballot_voter.sealed is 'The envelope of a secret ballot until it is closed; always of one length';

    create table ballot_paper (
      round_id bigint not null references ballot_round (id),
      code text not null check (length(code) >= 12),
      choice smallint[] not null,
      primary key (round_id, code)
    );
    comment on table ballot_paper is
      'The papers of a secret ballot, all written when it is closed, in the order of their random codes';

    create table ballot_refusal (
      id bigint generated always as identity primary key,
      meeting_id bigint not null references meeting (id),
      round_id bigint references ballot_round (id),
      person_id bigint references person (id),
      reason text not null check (reason in ('voted', 'closed', 'withdrawn', 'not-on-roll', 'forged', 'choice')),
      at timestamptz not null default now()
    );
    create index ballot_refusal_meeting on ballot_refusal (meeting_id, at);
    create index ballot_refusal_person on ballot_refusal (person_id);
    comment on table ballot_refusal is 'Votes that were not taken, and why. What they would have been for is not kept';

    create function guard_ballot_voter() returns trigger language plpgsql as $$
    begin
      if exists (select from ballot_round where id = coalesce(new.round_id, old.round_id) and closed_at is not null) then
        raise exception 'The round is closed: its votes never change';
      end if;
      return coalesce(new, old);
    end $$;
    create trigger kept before insert or update or delete on ballot_voter for each row execute function guard_ballot_voter();
    create function guard_ballot_paper() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' or exists (select from ballot_round where id = new.round_id and closed_at is not null) then
        raise exception 'Papers are written once, when a ballot is closed';
      end if;
      return new;
    end $$;
    create trigger kept before insert or update or delete on ballot_paper for each row execute function guard_ballot_paper();
    create function guard_ballot_round() returns trigger language plpgsql as $$
    begin
      if old.closed_at is not null and (new.closed_at, new.roll_size, new.cancelled_why)
          is distinct from (old.closed_at, old.roll_size, old.cancelled_why)
        or old.casting is not null and new.casting is distinct from old.casting
        or old.lot_seed is not null and new.lot_seed is distinct from old.lot_seed then
        raise exception 'A closed round stays closed, and a tie is broken once';
      end if;
      return new;
    end $$;
    create trigger kept before update on ballot_round for each row execute function guard_ballot_round();

    -- Those who listen hear of it when the transaction commits, in every process.
    create function announce_voting() returns trigger language plpgsql as $$
    declare
      next bigint;
    begin
      insert into voting_room as room (meeting_id, version) values (new.meeting_id, 1)
        on conflict (meeting_id) do update set version = room.version + 1 returning version into next;
      perform pg_notify('signal', 'voting-' || new.meeting_id || ' ' || next);
      return null;
    end $$;
    create trigger announced after insert or update on ballot_round for each row execute function announce_voting();

    -- Neither who has voted nor the papers are logged: the log has the hour and the order.
    create trigger audited after insert or update or delete on ballot for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on ballot_option for each row execute function write_audit('ballot_id', 'number');
    create trigger audited after insert or update or delete on ballot_round for each row execute function write_audit('id');
    create trigger audited after insert or update of open_to_all on voting_room for each row execute function write_audit('meeting_id');
    create trigger published after insert or update or delete on ballot for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on ballot_round for each statement execute function mark_public_change();
    create trigger published after update of open_to_all on voting_room for each statement execute function mark_public_change();
  `.execute(db)
}
