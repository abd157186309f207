import { type Kysely, sql } from 'kysely'

/** Questions to those who know, their answers, whom they were sent to and why, and what people are told of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table question (
      id bigint generated always as identity primary key,
      title text not null check (title <> ''),
      body text not null default '',
      language text not null check (language in ('sv', 'en')),
      asked_by bigint references person (id),
      organisation_code text references organisation (code),
      asked_at timestamptz not null default now(),
      edited_at timestamptz,
      audience text not null default 'members' check (audience in ('members', 'everyone')),
      state text not null default 'open' check (state in ('open', 'closed')),
      closed_reason text not null default '',
      accepted_answer_id bigint,
      widen_on date,
      hidden_at timestamptz,
      hidden_reason text not null default '',
      made_up boolean not null default false,
      version integer not null default 1,
      search tsvector generated always as (
        case language
          when 'en' then setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'B')
          else setweight(to_tsvector('swedish', title), 'A') || setweight(to_tsvector('swedish', body), 'B')
        end) stored,
      check (state = 'closed' or closed_reason = ''),
      check ((hidden_at is null) = (hidden_reason = ''))
    );
    create index question_search on question using gin (search);
    create index question_newest on question (asked_at desc, id desc) where hidden_at is null;
    create index question_asked_by on question (asked_by);
    create index question_widen on question (widen_on) where widen_on is not null;
    comment on column question.body is 'Markdown';
    comment on column question.asked_by is 'Null when who asked has been forgotten';
    comment on column question.organisation_code is 'Where who asked had a post then';
    comment on column question.widen_on is 'The day when more people are asked, unless somebody has answered before; null when nobody more will be';
    comment on column question.version is 'Counts the savings; whoever saves over an older one is refused';
    comment on column question.hidden_at is 'The secretariat has taken it off the pages; the reason is told to who asked';

    create table answer (
      id bigint generated always as identity primary key,
      question_id bigint not null references question (id),
      body text not null check (body <> ''),
      written_by bigint references person (id),
      organisation_code text references organisation (code),
      written_at timestamptz not null default now(),
      edited_at timestamptz,
      source text not null default 'web' check (source in ('web', 'mail')),
      audience text not null default 'members' check (audience in ('members', 'everyone')),
      still_true_asked_on date,
      confirmed_on date,
      outdated_on date,
      hidden_at timestamptz,
      hidden_reason text not null default '',
      made_up boolean not null default false,
      version integer not null default 1,
      search tsvector generated always as (to_tsvector('swedish', body)) stored,
      unique (question_id, id),
      check ((hidden_at is null) = (hidden_reason = ''))
    );
    create index answer_search on answer using gin (search);
    create index answer_written_by on answer (written_by);
    comment on column answer.body is 'Markdown';
    comment on column answer.audience is 'Shown on the open web only when the question is too';
    comment on column answer.still_true_asked_on is 'When its writer was last asked whether it still holds';
    comment on column answer.confirmed_on is 'When its writer last said that it still holds, or mended it';
    comment on column answer.outdated_on is 'When its writer said that it no longer holds';
    alter table question add foreign key (id, accepted_answer_id) references answer (question_id, id);

    create table question_key_figure (
      question_id bigint not null references question (id),
      key_figure_id text not null references key_figure (id),
      primary key (question_id, key_figure_id)
    );
    create index question_key_figure_figure on question_key_figure (key_figure_id);
    create table question_subject (
      question_id bigint not null references question (id),
      subject_id text not null references subject (id),
      primary key (question_id, subject_id)
    );
    create index question_subject_subject on question_subject (subject_id);

    create table question_recipient (
      question_id bigint not null references question (id),
      person_id bigint not null references person (id),
      wave integer not null check (wave >= 1),
      reason jsonb not null,
      asked_at timestamptz not null default now(),
      answered_at timestamptz,
      declined_at timestamptz,
      primary key (question_id, person_id)
    );
    create index question_recipient_person on question_recipient (person_id, asked_at);
    comment on table question_recipient is 'Whom a question was sent to, and why just them; nobody is sent the same question twice';
    comment on column question_recipient.wave is '1 for those asked at once, then one more for each time it was widened';

    create table question_follow (
      question_id bigint not null references question (id),
      person_id bigint not null references person (id),
      since timestamptz not null default now(),
      primary key (question_id, person_id)
    );
    create index question_follow_person on question_follow (person_id);

    create table answer_thanks (
      answer_id bigint not null references answer (id),
      person_id bigint not null references person (id),
      at timestamptz not null default now(),
      primary key (answer_id, person_id)
    );
    create index answer_thanks_person on answer_thanks (person_id);

    create table question_report (
      id bigint generated always as identity primary key,
      question_id bigint not null references question (id),
      answer_id bigint references answer (id),
      reported_by bigint references person (id),
      reason text not null check (reason <> ''),
      reported_at timestamptz not null default now(),
      settled_at timestamptz,
      settled_by bigint references person (id),
      outcome text check (outcome in ('hidden', 'left')),
      check ((settled_at is null) = (outcome is null))
    );
    create index question_report_open on question_report (reported_at) where settled_at is null;
    create index question_report_question on question_report (question_id);
    comment on column question_report.answer_id is 'Null when it is the question that is reported';

    create table question_notice (
      id bigint generated always as identity primary key,
      person_id bigint not null references person (id),
      question_id bigint not null references question (id),
      answer_id bigint references answer (id),
      kind text not null check (kind in ('asked', 'answered', 'accepted', 'thanked', 'still-true', 'hidden')),
      created_at timestamptz not null default now(),
      mailed_at timestamptz
    );
    create index question_notice_unmailed on question_notice (person_id, created_at) where mailed_at is null;
    create index question_notice_question on question_notice (question_id);
    comment on table question_notice is 'What a person should be told, written in the same transaction as what happened; the mails are made from it';
    comment on column question_notice.mailed_at is 'When a mail was made of it, or when the person had chosen to get none';

    create index contact_card_knowledge on contact_card using gin (to_tsvector('swedish', knows || ' ' || helps_with));
    comment on index contact_card_knowledge is 'What people say that they know, without name and place: whom a question is sent to';

    create trigger audited after insert or update or delete on question for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on answer for each row execute function write_audit('id');
    create trigger audited after insert or delete on question_key_figure for each row execute function write_audit('question_id', 'key_figure_id');
    create trigger audited after insert or delete on question_subject for each row execute function write_audit('question_id', 'subject_id');
    create trigger audited after insert or update or delete on question_recipient for each row execute function write_audit('question_id', 'person_id');
    create trigger audited after insert or update or delete on question_report for each row execute function write_audit('id');

    -- What only members see leaves the kept pages of visitors alone.
    create trigger published_new after insert on question for each row
      when (new.audience = 'everyone') execute function mark_public_change();
    create trigger published after update on question for each row
      when (old.audience = 'everyone' or new.audience = 'everyone') execute function mark_public_change();
    create trigger published_new after insert on answer for each row
      when (new.audience = 'everyone') execute function mark_public_change();
    create trigger published after update on answer for each row
      when (old.audience = 'everyone' or new.audience = 'everyone') execute function mark_public_change();
  `.execute(db)
}
