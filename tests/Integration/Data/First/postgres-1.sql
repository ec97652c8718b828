--
-- PostgreSQL database dump
--

\restrict efhgInlrRmCiZw4hv7tUoss2iahNa9d3YSYE2fpqjlb5v6VkhfobXo5fsCVXhf8

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: __EFMigrationsHistory; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public."__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL
);


--
-- Name: account; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account (
    "Id" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "PlatformId" uuid,
    "Name" character varying(255) NOT NULL,
    "VerifiedAt" timestamp with time zone
);


--
-- Name: answer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.answer (
    "Id" uuid NOT NULL,
    "QuestionId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Text" text NOT NULL,
    "AnsweredAt" timestamp with time zone NOT NULL,
    "HelpedAt" timestamp with time zone
);


--
-- Name: attention; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attention (
    "Id" uuid NOT NULL,
    "JourneyId" uuid NOT NULL,
    "ParticipationId" uuid NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "SubjectId" uuid NOT NULL,
    "Audience" character varying(32) NOT NULL,
    "PersonId" uuid
);


--
-- Name: attestation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attestation (
    "Id" uuid NOT NULL,
    "EvidenceId" uuid NOT NULL,
    "Revision" integer NOT NULL,
    "PersonId" uuid NOT NULL,
    "Words" text NOT NULL,
    "AttestedAt" timestamp with time zone NOT NULL
);


--
-- Name: behaviour_standing; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.behaviour_standing (
    "ParticipationId" uuid NOT NULL,
    "BehaviourId" text NOT NULL,
    "JourneyId" uuid NOT NULL,
    "Waiting" integer NOT NULL,
    "Confirmed" integer NOT NULL,
    "ConfirmedAt" timestamp with time zone,
    "CertifiedAt" timestamp with time zone,
    CONSTRAINT ck_behaviour_standing_waiting CHECK (("Waiting" >= 0))
);


--
-- Name: course; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.course (
    "Id" uuid NOT NULL,
    "PlatformId" uuid NOT NULL,
    "DeploymentId" text NOT NULL,
    "ContextId" text NOT NULL,
    "Title" text,
    "MembershipsUrl" text,
    "RosterReadAt" timestamp with time zone
);


--
-- Name: delivery; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.delivery (
    "Id" uuid NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "Destination" text NOT NULL,
    "DedupeKey" text NOT NULL,
    "EventId" uuid NOT NULL,
    "SubjectId" uuid NOT NULL,
    "Payload" bytea NOT NULL,
    "IsEmptied" boolean NOT NULL,
    "State" character varying(32) NOT NULL,
    "Attempts" integer NOT NULL,
    "NextAttemptAt" timestamp with time zone NOT NULL,
    "LeaseOwner" text,
    "LeasedUntil" timestamp with time zone,
    "LastAnswer" text,
    "CreatedAt" timestamp with time zone NOT NULL,
    "SettledAt" timestamp with time zone,
    CONSTRAINT ck_delivery_attempts CHECK (("Attempts" >= 0))
);


--
-- Name: deployment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.deployment (
    "PlatformId" uuid NOT NULL,
    "DeploymentId" text NOT NULL,
    "FirstSeenAt" timestamp with time zone NOT NULL
);


--
-- Name: design; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.design (
    "Id" uuid NOT NULL,
    "PlatformId" uuid NOT NULL,
    "ContextId" text NOT NULL,
    "LatestNumber" integer NOT NULL,
    "Title" text NOT NULL,
    "Draft" text,
    "CreatedAt" timestamp with time zone NOT NULL
);


--
-- Name: design_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.design_version (
    "DesignId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Content" text NOT NULL,
    "MadeBy" uuid NOT NULL,
    "MadeAt" timestamp with time zone NOT NULL
);


--
-- Name: device; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.device (
    "Id" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "TokenHash" text NOT NULL,
    "OpenedAt" timestamp with time zone NOT NULL,
    "LastSeenAt" timestamp with time zone NOT NULL,
    "RevokedAt" timestamp with time zone
);


--
-- Name: due_item; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.due_item (
    "Id" uuid NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "SubjectId" uuid NOT NULL,
    "ParticipationId" uuid,
    "DueAt" timestamp with time zone NOT NULL,
    "Attempts" integer NOT NULL,
    "LastFault" text,
    "LeaseOwner" text,
    "LeasedUntil" timestamp with time zone,
    CONSTRAINT ck_due_item_attempts CHECK (("Attempts" >= 0))
);


--
-- Name: enrolment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.enrolment (
    "CourseId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Role" character varying(32) NOT NULL,
    "IsActive" boolean NOT NULL,
    "IsTestUser" boolean NOT NULL,
    "RoleFromLaunch" boolean NOT NULL
);


--
-- Name: evidence; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.evidence (
    "Id" uuid NOT NULL,
    "ParticipationId" uuid NOT NULL,
    "FoundStatementId" uuid,
    "State" character varying(32) NOT NULL,
    "Draft" text NOT NULL,
    "DraftNumber" integer NOT NULL,
    "StartedAt" timestamp with time zone NOT NULL,
    "DraftSavedAt" timestamp with time zone NOT NULL,
    "Revision" integer NOT NULL,
    "SubmittedAt" timestamp with time zone,
    CONSTRAINT ck_evidence_revision CHECK (("Revision" >= 0))
);


--
-- Name: evidence_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.evidence_version (
    "EvidenceId" uuid NOT NULL,
    "Revision" integer NOT NULL,
    "Text" text NOT NULL,
    "SubmissionEventId" uuid NOT NULL,
    "DesignNumber" integer NOT NULL,
    "SubmittedAt" timestamp with time zone NOT NULL
);


--
-- Name: file_blob; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.file_blob (
    "Sha256" character varying(64) NOT NULL,
    "Content" bytea NOT NULL,
    "StoredAt" timestamp with time zone NOT NULL
);


--
-- Name: found_evidence; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.found_evidence (
    "Id" uuid NOT NULL,
    "ParticipationId" uuid NOT NULL,
    "StatementId" uuid NOT NULL,
    "ActivityName" text NOT NULL,
    "BehaviourId" text NOT NULL,
    "HappenedAt" timestamp with time zone NOT NULL,
    "FoundAt" timestamp with time zone NOT NULL,
    "State" character varying(32) NOT NULL
);


--
-- Name: grade_posting; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.grade_posting (
    "ParticipationId" uuid NOT NULL,
    "JourneyId" uuid NOT NULL,
    "Given" double precision NOT NULL,
    "Maximum" double precision NOT NULL,
    "Comment" text NOT NULL,
    "SubmittedAt" timestamp with time zone NOT NULL,
    "State" character varying(32) NOT NULL,
    "IsFinal" boolean NOT NULL,
    "Reason" text,
    "SentGiven" double precision,
    "SentAt" timestamp with time zone,
    "FoundInLms" double precision,
    "OverwriteAllowed" boolean NOT NULL,
    CONSTRAINT ck_grade_posting_points CHECK ((("Given" >= (0)::double precision) AND ("Maximum" > (0)::double precision)))
);


--
-- Name: guest_link; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.guest_link (
    "Id" uuid NOT NULL,
    "TokenHash" text NOT NULL,
    "Purpose" character varying(32) NOT NULL,
    "SubjectId" uuid NOT NULL,
    "JourneyId" uuid NOT NULL,
    "InvitedBy" uuid NOT NULL,
    "PersonId" uuid,
    "ExpiresAt" timestamp with time zone NOT NULL,
    "ConsentAt" timestamp with time zone,
    "RevokedAt" timestamp with time zone
);


--
-- Name: invitation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.invitation (
    "Id" uuid NOT NULL,
    "GroupId" uuid NOT NULL,
    "Part" character varying(32) NOT NULL,
    "PersonId" uuid,
    "Code" text,
    "State" character varying(32) NOT NULL,
    "EventId" uuid NOT NULL,
    "AskedAt" timestamp with time zone NOT NULL,
    "ExpiresAt" timestamp with time zone NOT NULL,
    "RemindedAt" timestamp with time zone,
    "SettledAt" timestamp with time zone,
    "Reason" text
);


--
-- Name: journey; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.journey (
    "Id" uuid NOT NULL,
    "CourseId" uuid NOT NULL,
    "ResourceLinkId" text NOT NULL,
    "DesignId" uuid,
    "DesignNumber" integer NOT NULL,
    "LineItemUrl" text,
    "LineItemsUrl" text,
    "CreatedAt" timestamp with time zone NOT NULL
);


--
-- Name: journey_event; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.journey_event (
    "Sequence" bigint NOT NULL,
    "Id" uuid NOT NULL,
    "JourneyId" uuid NOT NULL,
    "ParticipationId" uuid NOT NULL,
    "LearnerId" uuid NOT NULL,
    "ActorId" uuid NOT NULL,
    "OccurredAt" timestamp with time zone NOT NULL,
    "DesignNumber" integer NOT NULL,
    "OccasionId" uuid,
    "Name" text NOT NULL,
    "Version" integer NOT NULL,
    "Payload" text NOT NULL
);


--
-- Name: journey_event_Sequence_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.journey_event ALTER COLUMN "Sequence" ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public."journey_event_Sequence_seq"
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: learning_group; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.learning_group (
    "Id" uuid NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "JourneyId" uuid NOT NULL,
    "OwnerId" uuid,
    "State" character varying(32) NOT NULL,
    "CreatedAt" timestamp with time zone NOT NULL,
    "EndedAt" timestamp with time zone
);


--
-- Name: lrs_activity; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.lrs_activity (
    id text NOT NULL,
    definition text NOT NULL
);


--
-- Name: lrs_attachment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.lrs_attachment (
    sha2 text NOT NULL,
    content bytea NOT NULL
);


--
-- Name: lrs_credential; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.lrs_credential (
    key text NOT NULL,
    name text NOT NULL,
    salt bytea NOT NULL,
    hash bytea NOT NULL,
    scopes text NOT NULL,
    created bigint NOT NULL,
    revoked bigint
);


--
-- Name: lrs_document; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.lrs_document (
    kind integer NOT NULL,
    owner text NOT NULL,
    id text NOT NULL,
    content_type text NOT NULL,
    etag text NOT NULL,
    updated bigint NOT NULL,
    content bytea NOT NULL
);


--
-- Name: lrs_fact; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.lrs_fact (
    seq bigint NOT NULL,
    verb bigint NOT NULL,
    quarter bigint NOT NULL
);


--
-- Name: lrs_reference; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.lrs_reference (
    target uuid NOT NULL,
    seq bigint NOT NULL,
    voids smallint NOT NULL
);


--
-- Name: lrs_schema; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.lrs_schema (
    version integer NOT NULL
);


--
-- Name: lrs_statement; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.lrs_statement (
    seq bigint NOT NULL,
    id uuid NOT NULL,
    stored bigint NOT NULL,
    authority bigint NOT NULL,
    payload text NOT NULL
);


--
-- Name: lrs_voided; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.lrs_voided (
    seq bigint NOT NULL
);


--
-- Name: lrs_statement_flat; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.lrs_statement_flat AS
 SELECT s.seq,
    s.id,
    to_timestamp((((s.stored)::numeric / 1000.0))::double precision) AS stored_at,
        CASE
            WHEN (((parsed.j ->> 'timestamp'::text) ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$'::text) AND ((parsed.j ->> 'timestamp'::text) !~ '^0000'::text)) THEN ((parsed.j ->> 'timestamp'::text))::timestamp with time zone
            ELSE NULL::timestamp with time zone
        END AS occurred_at,
    COALESCE((parsed.j #>> '{actor,account,name}'::text[]), (parsed.j #>> '{actor,mbox}'::text[]), (parsed.j #>> '{actor,mbox_sha1sum}'::text[]), (parsed.j #>> '{actor,openid}'::text[])) AS actor,
    (parsed.j #>> '{actor,account,homePage}'::text[]) AS actor_home_page,
    (parsed.j #>> '{verb,id}'::text[]) AS verb_id,
    COALESCE((parsed.j #>> '{verb,display,en}'::text[]), ( SELECT json_each_text.value
           FROM json_each_text((parsed.j #> '{verb,display}'::text[])) json_each_text(key, value)
         LIMIT 1)) AS verb,
    COALESCE((parsed.j #>> '{object,id}'::text[]), (parsed.j #>> '{object,account,name}'::text[])) AS object_id,
    (parsed.j #>> '{object,definition,type}'::text[]) AS object_type,
    COALESCE((parsed.j #>> '{object,definition,name,en}'::text[]), ( SELECT json_each_text.value
           FROM json_each_text((parsed.j #> '{object,definition,name}'::text[])) json_each_text(key, value)
         LIMIT 1)) AS object_name,
    (parsed.j #>> '{context,registration}'::text[]) AS registration,
    COALESCE((parsed.j #>> '{context,contextActivities,parent,0,id}'::text[]),
        CASE
            WHEN ((parsed.j #>> '{object,id}'::text[]) ~~ '%/xapi/activities/journeys/%'::text) THEN (parsed.j #>> '{object,id}'::text[])
            ELSE NULL::text
        END) AS journey_id,
    ( SELECT json_each_text.value
           FROM json_each_text(COALESCE((parsed.j #> '{context,contextActivities,parent,0,definition,name}'::text[]),
                CASE
                    WHEN ((parsed.j #>> '{object,id}'::text[]) ~~ '%/xapi/activities/journeys/%'::text) THEN (parsed.j #> '{object,definition,name}'::text[])
                    ELSE NULL::json
                END)) json_each_text(key, value)
         LIMIT 1) AS journey_name,
    (parsed.j #>> '{context,contextActivities,grouping,0,id}'::text[]) AS course_id,
    ( SELECT json_each_text.value
           FROM json_each_text((parsed.j #> '{context,contextActivities,grouping,0,definition,name}'::text[])) json_each_text(key, value)
         LIMIT 1) AS course_name,
    (parsed.j #>> '{context,contextActivities,grouping,1,id}'::text[]) AS sprint_id,
    ( SELECT json_each_text.value
           FROM json_each_text((parsed.j #> '{context,contextActivities,grouping,1,definition,name}'::text[])) json_each_text(key, value)
         LIMIT 1) AS sprint_name,
    ((parsed.j #>> '{result,success}'::text[]))::boolean AS success,
    ((parsed.j #>> '{result,completion}'::text[]))::boolean AS completion,
        CASE
            WHEN ((parsed.j #>> '{result,score,scaled}'::text[]) ~ '^-?\d(\.\d{1,20})?$'::text) THEN ((parsed.j #>> '{result,score,scaled}'::text[]))::double precision
            ELSE NULL::double precision
        END AS score_scaled,
        CASE
            WHEN ((parsed.j #>> '{result,score,raw}'::text[]) ~ '^-?\d{1,15}(\.\d{1,20})?$'::text) THEN ((parsed.j #>> '{result,score,raw}'::text[]))::double precision
            ELSE NULL::double precision
        END AS score_raw,
    (parsed.j #>> '{result,duration}'::text[]) AS duration,
    (parsed.j #>> '{context,statement,id}'::text[]) AS answers_statement,
    (parsed.j #>> '{context,extensions,https://w3id.org/xapi/learning-buddy/extensions/reviewer-role}'::text[]) AS reviewer_role,
    (parsed.j #>> '{context,platform}'::text[]) AS platform,
    (parsed.j #>> '{context,language}'::text[]) AS language,
    COALESCE(((parsed.j #>> '{context,contextActivities,category,0,id}'::text[]) ~~ 'https://w3id.org/xapi/learning-buddy/v%'::text), false) AS of_learning_buddy
   FROM (public.lrs_statement s
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN (POSITION(('\u0000'::text) IN (s.payload)) = 0) THEN (s.payload)::json
                    ELSE NULL::json
                END AS j) parsed)
  WHERE (NOT (EXISTS ( SELECT 1
           FROM public.lrs_voided v
          WHERE (v.seq = s.seq))));


--
-- Name: lrs_term; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.lrs_term (
    term bigint NOT NULL,
    seq bigint NOT NULL
);


--
-- Name: meeting; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.meeting (
    "Id" uuid NOT NULL,
    "GroupId" uuid NOT NULL,
    "Sequence" integer NOT NULL,
    "State" character varying(32) NOT NULL,
    "StartsAt" timestamp with time zone NOT NULL,
    "Minutes" integer NOT NULL,
    "Moves" integer NOT NULL,
    "SettledAt" timestamp with time zone,
    CONSTRAINT ck_meeting_minutes CHECK (("Minutes" > 0))
);


--
-- Name: membership; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.membership (
    "GroupId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "Part" character varying(32) NOT NULL,
    "State" character varying(32) NOT NULL,
    "Since" timestamp with time zone NOT NULL,
    "LeftAt" timestamp with time zone
);


--
-- Name: participation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.participation (
    "Id" uuid NOT NULL,
    "JourneyId" uuid NOT NULL,
    "PersonId" uuid NOT NULL,
    "StartedAt" timestamp with time zone NOT NULL
);


--
-- Name: person; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.person (
    "Id" uuid NOT NULL,
    "Name" text,
    "Email" text,
    "Locale" text,
    "TimeZone" text,
    "ChosenName" text
);


--
-- Name: platform; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.platform (
    "Id" uuid NOT NULL,
    "Issuer" text NOT NULL,
    "ClientId" text NOT NULL,
    "AuthorizationEndpoint" text NOT NULL,
    "TokenEndpoint" text NOT NULL,
    "JwksUri" text NOT NULL,
    "TokenAudience" text,
    "ProductFamilyCode" text NOT NULL,
    "Name" text NOT NULL,
    "AccountDomain" text,
    "HomePages" text NOT NULL,
    "Scopes" text NOT NULL,
    "Status" character varying(32) NOT NULL,
    "RegisteredAt" timestamp with time zone NOT NULL,
    "LastLaunchAt" timestamp with time zone,
    "LastRefusal" text,
    "LastRefusalAt" timestamp with time zone
);


--
-- Name: protection_key; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.protection_key (
    "Name" text NOT NULL,
    "Xml" text NOT NULL
);


--
-- Name: question; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.question (
    "Id" uuid NOT NULL,
    "ParticipationId" uuid NOT NULL,
    "JourneyId" uuid NOT NULL,
    "Text" text NOT NULL,
    "Audience" character varying(32) NOT NULL,
    "BehaviourId" text,
    "EvidenceId" uuid,
    "AskedEventId" uuid NOT NULL,
    "AskedAt" timestamp with time zone NOT NULL,
    "AnswerBy" timestamp with time zone NOT NULL,
    "AnsweredAt" timestamp with time zone,
    "IsOverdue" boolean NOT NULL
);


--
-- Name: review; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.review (
    "Id" uuid NOT NULL,
    "EvidenceId" uuid NOT NULL,
    "Revision" integer NOT NULL,
    "ReviewerId" uuid NOT NULL,
    "Text" text NOT NULL,
    "ReviewedAt" timestamp with time zone NOT NULL
);


--
-- Name: review_draft; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.review_draft (
    "EvidenceId" uuid NOT NULL,
    "ReviewerId" uuid NOT NULL,
    "Text" text NOT NULL,
    "Number" integer NOT NULL,
    "SavedAt" timestamp with time zone NOT NULL
);


--
-- Name: session; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.session (
    "Id" uuid NOT NULL,
    "HandleHash" text NOT NULL,
    "CookieHash" text,
    "Door" character varying(32) NOT NULL,
    "DoorId" uuid,
    "PersonId" uuid NOT NULL,
    "CourseId" uuid,
    "JourneyId" uuid,
    "PlatformId" uuid NOT NULL,
    "Role" character varying(32) NOT NULL,
    "Purpose" character varying(32) NOT NULL,
    "Facts" text NOT NULL,
    "LastSeenAt" timestamp with time zone NOT NULL,
    "OpenedAt" timestamp with time zone NOT NULL
);


--
-- Name: statement_cursor; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.statement_cursor (
    "Source" text NOT NULL,
    "Sequence" bigint NOT NULL,
    "StoredAt" timestamp with time zone
);


--
-- Name: tool_key; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tool_key (
    "KeyId" text NOT NULL,
    "PrivateKeyPem" text NOT NULL,
    "SignsFrom" timestamp with time zone NOT NULL,
    "RetiredAt" timestamp with time zone
);


--
-- Name: tool_secret; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tool_secret (
    "Name" text NOT NULL,
    "Hash" text NOT NULL
);


--
-- Name: used_nonce; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.used_nonce (
    "OwnerId" uuid NOT NULL,
    "Nonce" text NOT NULL,
    "ExpiresAt" timestamp with time zone NOT NULL
);


--
-- Data for Name: __EFMigrationsHistory; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public."__EFMigrationsHistory" VALUES ('20261128092253_Initial', '10.0.15');


--
-- Data for Name: account; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.account VALUES ('01a221db-7042-7b44-8a29-d91cd7a9021d', '01a221db-7042-77be-a97d-77a4733bc803', 'Lms', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '3', NULL);
INSERT INTO public.account VALUES ('01a221db-7a32-73b7-b411-40a82b47f5fd', '01a221db-7a32-7ca6-826f-7911acfa5c57', 'Lms', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '6000', NULL);
INSERT INTO public.account VALUES ('01a221db-8890-7c22-9727-cf1c801116ff', '01a221db-8890-7da2-89c9-e13f15637df7', 'Lms', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '6001', NULL);
INSERT INTO public.account VALUES ('01a221db-89fa-726c-b94b-017503de0011', '01a221db-89f9-7e0e-91e8-e79e1839ce71', 'Lms', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '6002', NULL);
INSERT INTO public.account VALUES ('01a221db-8c32-70a4-999b-2d03e3f4e54a', '01a221db-8c32-70c5-888f-462fbb8c960c', 'Lms', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '6003', NULL);
INSERT INTO public.account VALUES ('01a221db-8e63-773b-b542-08cd4a535a9f', '01a221db-8e63-7d08-aab8-fd16f641942c', 'Lms', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '6004', NULL);
INSERT INTO public.account VALUES ('01a221db-8f1e-77e1-9a0f-0e4569ee0876', '01a221db-8f1e-73c0-ac06-2c9b9234ccb3', 'Lms', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '6005', NULL);
INSERT INTO public.account VALUES ('01a221db-905f-7042-931b-bd69216919d9', '01a221db-905f-7ece-aea1-66bbc434ad6a', 'Lms', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '6006', NULL);
INSERT INTO public.account VALUES ('01a221db-9220-79f0-9f86-6bb841c06b14', '01a221db-9220-7aaa-8e99-4c243dbfbe8a', 'Lms', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '6007', NULL);
INSERT INTO public.account VALUES ('01a221db-93e6-70bf-8056-1c361c64cf55', '01a221db-93e6-7da3-b52d-de1a7446cc03', 'Lms', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '6008', NULL);
INSERT INTO public.account VALUES ('01a221db-947e-7c1f-893e-aab58729a408', '01a221db-947e-7399-a544-ba544e7503aa', 'Lms', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '6009', NULL);
INSERT INTO public.account VALUES ('01a221db-9539-7fa0-9d38-8dbca97f4dfa', '01a221db-9539-7385-b74b-bb9db8392a0d', 'Lms', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '6010', NULL);
INSERT INTO public.account VALUES ('01a221db-9601-72c1-b26c-19818d489174', '01a221db-9601-77e4-acc3-fb405fb8f7c9', 'Lms', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '6011', NULL);
INSERT INTO public.account VALUES ('01a221db-9a69-73fa-b4bd-9634800b9897', '01a221db-9a62-7dbe-97e0-894e36e200fd', 'Lms', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '6', NULL);
INSERT INTO public.account VALUES ('01a221db-9ad5-7311-a4cd-7e1bfde42a8a', '01a221db-9ad5-7857-b5c1-21a5fd36c0c8', 'Lms', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '5', NULL);
INSERT INTO public.account VALUES ('01a221db-9ad5-7746-858a-7505810e833d', '01a221db-9ad5-7199-9b01-74bd5e98cdf8', 'Lms', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '10', NULL);
INSERT INTO public.account VALUES ('01a221db-9ad5-77ce-bd32-84cc8243b4c7', '01a221db-9ad5-7afb-ae0c-874e17e79d4d', 'Lms', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '12', NULL);
INSERT INTO public.account VALUES ('01a221db-9ad5-7991-b1af-c0bb6c9477e9', '01a221db-9ad5-7d2d-aaf7-7d8b9f075893', 'Lms', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '8', NULL);
INSERT INTO public.account VALUES ('01a221db-9ad5-7d31-ae40-4b92345e9c7c', '01a221db-9ad5-71d7-99da-228c23972e19', 'Lms', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '7', NULL);
INSERT INTO public.account VALUES ('01a221db-9ad5-7dfd-a4ec-74037dd1441d', '01a221db-9ad5-7859-adac-1b5a861ea153', 'Lms', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '11', NULL);
INSERT INTO public.account VALUES ('01a221db-9ad5-7ea2-b4d8-8d6b93c355bc', '01a221db-9ad5-7348-b913-15feed68f49e', 'Lms', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '9', NULL);
INSERT INTO public.account VALUES ('01a221db-9ad5-7fe7-afb7-f3fe91edec5b', '01a221db-9ad5-7e97-b951-95e30acee856', 'Lms', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '4', NULL);


--
-- Data for Name: answer; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.answer VALUES ('01a221db-c308-7e88-8f4f-ac94deedf07a', '01a221db-c12d-7438-ac7c-b9ce45b60a99', '01a221db-7042-77be-a97d-77a4733bc803', 'With one question to one person.', '2026-11-28 11:13:00.157649+00', NULL);


--
-- Data for Name: attention; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.attention VALUES ('7169e7bf-7c47-89b3-8012-fe7f79a363d8', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-7d70-78de-9810-c21940c7630e', 'Inbox', 'e7d151db-eeaf-8be6-ad63-bfb949808779', 'Person', '01a221db-7a32-7ca6-826f-7911acfa5c57');
INSERT INTO public.attention VALUES ('290273b0-ed4f-89ed-a046-6f77dd66f9cb', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8acd-71f2-80f0-6bb15a5fe663', 'Invitation', '01a221db-a496-7ff2-9483-f1fbba40abd7', 'Person', '01a221db-93e6-7da3-b52d-de1a7446cc03');
INSERT INTO public.attention VALUES ('415966fd-f838-8d27-80ea-3d6977cf42fe', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8acd-71f2-80f0-6bb15a5fe663', 'Review', '01a221db-bedd-797c-ab91-bfbbce9f2f75', 'Facilitators', NULL);
INSERT INTO public.attention VALUES ('708293cd-2edc-8c31-a295-8e9a06519e44', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-940e-7756-b867-739966298dc3', 'Question', '01a221db-c214-7021-8424-488c1c91a987', 'Everybody', '01a221db-93e6-7da3-b52d-de1a7446cc03');
INSERT INTO public.attention VALUES ('4191acab-bed2-86be-b92b-bc0be9aaab9e', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-925a-72cf-a0c3-4a0fae53cfa7', 'Question', '01a221db-c12d-7438-ac7c-b9ce45b60a99', 'Person', '01a221db-9220-7aaa-8e99-4c243dbfbe8a');
INSERT INTO public.attention VALUES ('f94136b2-7a2b-89d9-b98d-ba022f3a8b95', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8c4d-75a5-bbcb-24fa7a3336eb', 'Review', '01a221db-c02b-7c34-9e5d-f96eea522026', 'Facilitators', NULL);


--
-- Data for Name: attestation; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.attestation VALUES ('01a221db-b3f2-7fb0-aaf9-1c6c63afa877', '01a221db-aec5-7007-9732-8d380f6e7161', 1, '01a221db-905f-7ece-aea1-66bbc434ad6a', 'I was in the room.', '2026-11-28 11:12:56.272304+00');


--
-- Data for Name: behaviour_standing; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.behaviour_standing VALUES ('01a221db-7d70-78de-9810-c21940c7630e', 'quiet-voices', '01a221db-7a53-740d-b9c6-616e1b182196', 0, 2, '2026-11-28 11:12:57.803479+00', '2026-11-28 11:12:58.767208+00');
INSERT INTO public.behaviour_standing VALUES ('01a221db-8acd-71f2-80f0-6bb15a5fe663', 'quiet-voices', '01a221db-7a53-740d-b9c6-616e1b182196', 1, 0, NULL, NULL);
INSERT INTO public.behaviour_standing VALUES ('01a221db-8c4d-75a5-bbcb-24fa7a3336eb', 'quiet-voices', '01a221db-7a53-740d-b9c6-616e1b182196', 1, 0, NULL, NULL);


--
-- Data for Name: course; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.course VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '1', '2', 'Leading remote teams', 'http://127.0.0.1:34731/moodle/mod/lti/services.php/CourseSection/2/bindings/1/memberships', '2026-11-30 11:13:00.553427+00');


--
-- Data for Name: delivery; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.delivery VALUES ('01a221db-7d35-7846-8070-32a68b45da30', 'Statement', 'embedded', 'statement:a565260e28495462818833b67c2e988a:embedded', '01a221db-7f5a-7633-8942-2289f2cff640', '01a221db-7d70-78de-9810-c21940c7630e', '\x7b226964223a2261353635323630652d323834392d353436322d383138382d333362363763326539383861222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303030227d7d2c2276657262223a7b226964223a22687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f696e697469616c697a6564222c22646973706c6179223a7b22656e223a2273746172746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2263333332616537652d653838612d356337312d623134302d613632343433353466623463222c22636f6e7465787441637469766974696573223a7b2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d7d2c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e227d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a34322e3239335a227d', false, 'Sent', 1, '2026-11-28 11:12:45.58069+00', NULL, NULL, 'stored', '2026-11-28 11:12:42.293029+00', '2026-11-28 11:12:45.58069+00');
INSERT INTO public.delivery VALUES ('01a221db-8aaa-7999-a83b-119699b4b3fb', 'Statement', 'embedded', 'statement:6223ec68f03c54d5a0bfacd491b54451:embedded', '01a221db-8b17-7719-a800-b6c3923977c3', '01a221db-8acd-71f2-80f0-6bb15a5fe663', '\x7b226964223a2236323233656336382d663033632d353464352d613062662d616364343931623534343531222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303032227d7d2c2276657262223a7b226964223a22687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f696e697469616c697a6564222c22646973706c6179223a7b22656e223a2273746172746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2236636263373037652d356639302d356665372d386265302d316136333833363765316263222c22636f6e7465787441637469766974696573223a7b2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d7d2c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e227d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a34352e3733385a227d', false, 'Sent', 1, '2026-11-28 11:12:46.121864+00', NULL, NULL, 'stored', '2026-11-28 11:12:45.738207+00', '2026-11-28 11:12:46.121864+00');
INSERT INTO public.delivery VALUES ('01a221db-8946-7626-a281-b66b654c35a9', 'Statement', 'embedded', 'statement:c5d5ddcec52559ddb64ed84b770ca157:embedded', '01a221db-894d-7d38-8a3d-b5a5e425ce5f', '01a221db-8948-79f4-a78c-085bcf9414c5', '\x7b226964223a2263356435646463652d633532352d353964642d623634652d643834623737306361313537222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303031227d7d2c2276657262223a7b226964223a22687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f696e697469616c697a6564222c22646973706c6179223a7b22656e223a2273746172746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2236363161366532652d636237632d356665392d386134312d396637626563306466653733222c22636f6e7465787441637469766974696573223a7b2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d7d2c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e227d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a34352e3338325a227d', false, 'Sent', 1, '2026-11-28 11:12:45.882727+00', NULL, NULL, 'stored', '2026-11-28 11:12:45.382842+00', '2026-11-28 11:12:45.882727+00');
INSERT INTO public.delivery VALUES ('01a221db-8c45-7bc0-b762-a6b25fe8199b', 'Statement', 'embedded', 'statement:84957ac14aff56f597319e668360a94e:embedded', '01a221db-8c9c-7658-9f56-c23644698920', '01a221db-8c4d-75a5-bbcb-24fa7a3336eb', '\x7b226964223a2238343935376163312d346166662d353666352d393733312d396536363833363061393465222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303033227d7d2c2276657262223a7b226964223a22687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f696e697469616c697a6564222c22646973706c6179223a7b22656e223a2273746172746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2237653066396233302d396464652d356434322d393935662d623931376265636365333964222c22636f6e7465787441637469766974696573223a7b2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d7d2c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e227d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a34362e3134395a227d', false, 'Sent', 1, '2026-11-28 11:12:46.688902+00', NULL, NULL, 'stored', '2026-11-28 11:12:46.149591+00', '2026-11-28 11:12:46.688902+00');
INSERT INTO public.delivery VALUES ('01a221db-8e7a-7375-86fa-00d8130496d8', 'Statement', 'embedded', 'statement:3153f65e89c45a8fab1eb63171131be8:embedded', '01a221db-8e81-70c7-a091-b2ed579756fa', '01a221db-8e7b-7cad-878d-744ccc8a1cba', '\x7b226964223a2233313533663635652d383963342d356138662d616231652d623633313731313331626538222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303034227d7d2c2276657262223a7b226964223a22687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f696e697469616c697a6564222c22646973706c6179223a7b22656e223a2273746172746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2237313035316238612d323931622d356566382d393635302d666534303162383232643331222c22636f6e7465787441637469766974696573223a7b2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d7d2c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e227d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a34362e3731345a227d', false, 'Sent', 1, '2026-11-28 11:12:46.813923+00', NULL, NULL, 'stored', '2026-11-28 11:12:46.714746+00', '2026-11-28 11:12:46.813923+00');
INSERT INTO public.delivery VALUES ('01a221db-8f92-7f67-8f39-8808b0193c02', 'Statement', 'embedded', 'statement:6384e1fa8fae57ac9bccfba520b51246:embedded', '01a221db-8f98-7ced-881c-76675970ee7a', '01a221db-8f93-7a3f-99ed-82e525c1f1bb', '\x7b226964223a2236333834653166612d386661652d353761632d396263632d666261353230623531323436222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303035227d7d2c2276657262223a7b226964223a22687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f696e697469616c697a6564222c22646973706c6179223a7b22656e223a2273746172746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2239366531343966622d383463332d356133362d613030362d373331393765626139636235222c22636f6e7465787441637469766974696573223a7b2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d7d2c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e227d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a34362e3939345a227d', false, 'Sent', 1, '2026-11-28 11:12:47.139505+00', NULL, NULL, 'stored', '2026-11-28 11:12:46.994622+00', '2026-11-28 11:12:47.139505+00');
INSERT INTO public.delivery VALUES ('01a221db-93f9-7595-bc96-614054898cd9', 'Statement', 'embedded', 'statement:edab5a6300925449b2067d183e3314e5:embedded', '01a221db-9434-7af3-9b32-c3cc37caf952', '01a221db-940e-7756-b867-739966298dc3', '\x7b226964223a2265646162356136332d303039322d353434392d623230362d376431383365333331346535222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303038227d7d2c2276657262223a7b226964223a22687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f696e697469616c697a6564222c22646973706c6179223a7b22656e223a2273746172746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2263646234323761622d666666392d353661322d386265612d366165346365373364363637222c22636f6e7465787441637469766974696573223a7b2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d7d2c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e227d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a34382e3132315a227d', false, 'Sent', 1, '2026-11-28 11:12:48.267194+00', NULL, NULL, 'stored', '2026-11-28 11:12:48.121866+00', '2026-11-28 11:12:48.267194+00');
INSERT INTO public.delivery VALUES ('01a221db-956a-78c2-9143-d24b837cfb8a', 'Statement', 'embedded', 'statement:bf7a373c3424565d93e0bd498a501362:embedded', '01a221db-959c-76ee-9e9b-bdefb887f261', '01a221db-9584-746f-9877-6fca601e5156', '\x7b226964223a2262663761333733632d333432342d353635642d393365302d626434393861353031333632222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303130227d7d2c2276657262223a7b226964223a22687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f696e697469616c697a6564222c22646973706c6179223a7b22656e223a2273746172746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2262316466343065662d376663382d353834652d386535312d336338323263663132633632222c22636f6e7465787441637469766974696573223a7b2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d7d2c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e227d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a34382e3439305a227d', false, 'Sent', 1, '2026-11-28 11:12:48.650774+00', NULL, NULL, 'stored', '2026-11-28 11:12:48.490286+00', '2026-11-28 11:12:48.650774+00');
INSERT INTO public.delivery VALUES ('01a221db-9094-78a6-aeaf-7a32d658e36b', 'Statement', 'embedded', 'statement:178d107578a75e369bc1059ed9aea158:embedded', '01a221db-90b4-7ab1-b785-302a0b2e04b8', '01a221db-9095-76aa-b511-a60dfe3dfca7', '\x7b226964223a2231373864313037352d373861372d356533362d396263312d303539656439616561313538222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303036227d7d2c2276657262223a7b226964223a22687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f696e697469616c697a6564222c22646973706c6179223a7b22656e223a2273746172746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2266653535356638322d633431652d353364642d393633642d663833306663653164653936222c22636f6e7465787441637469766974696573223a7b2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d7d2c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e227d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a34372e3235325a227d', false, 'Sent', 1, '2026-11-28 11:12:47.620235+00', NULL, NULL, 'stored', '2026-11-28 11:12:47.252738+00', '2026-11-28 11:12:47.620235+00');
INSERT INTO public.delivery VALUES ('01a221db-9256-7f7a-82e0-8687a8831553', 'Statement', 'embedded', 'statement:d2511d45fa915134b3f9e063f15074c1:embedded', '01a221db-92a8-74c5-9761-ebcf62d97f37', '01a221db-925a-72cf-a0c3-4a0fae53cfa7', '\x7b226964223a2264323531316434352d666139312d353133342d623366392d653036336631353037346331222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303037227d7d2c2276657262223a7b226964223a22687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f696e697469616c697a6564222c22646973706c6179223a7b22656e223a2273746172746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2232623663313634342d643663312d353336322d616131372d386232373039636237653363222c22636f6e7465787441637469766974696573223a7b2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d7d2c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e227d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a34372e3730325a227d', false, 'Sent', 1, '2026-11-28 11:12:48.089289+00', NULL, NULL, 'stored', '2026-11-28 11:12:47.702668+00', '2026-11-28 11:12:48.089289+00');
INSERT INTO public.delivery VALUES ('01a221db-94a1-7375-b38a-acaf7661f197', 'Statement', 'embedded', 'statement:0d0dc4fcf1885a71ace87530230159f6:embedded', '01a221db-94b6-7979-8902-49f8d6d2c64e', '01a221db-94a5-739b-b697-bead64d695fc', '\x7b226964223a2230643064633466632d663138382d356137312d616365382d373533303233303135396636222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303039227d7d2c2276657262223a7b226964223a22687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f696e697469616c697a6564222c22646973706c6179223a7b22656e223a2273746172746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2230356231393938342d616339662d353765352d623732302d666235323237363365353765222c22636f6e7465787441637469766974696573223a7b2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d7d2c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e227d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a34382e3238395a227d', false, 'Sent', 1, '2026-11-28 11:12:48.434454+00', NULL, NULL, 'stored', '2026-11-28 11:12:48.289692+00', '2026-11-28 11:12:48.434454+00');
INSERT INTO public.delivery VALUES ('01a221db-962d-7374-91e4-4377fd912229', 'Statement', 'embedded', 'statement:19b70945fc62592fa0541c24d496b0a4:embedded', '01a221db-9654-7c36-9fd3-99393f93f3bb', '01a221db-963f-75fb-b21b-159f2b9fb487', '\x7b226964223a2231396237303934352d666336322d353932662d613035342d316332346434393662306134222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303131227d7d2c2276657262223a7b226964223a22687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f696e697469616c697a6564222c22646973706c6179223a7b22656e223a2273746172746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2262633661303335312d393031622d356261322d613935342d626663656533346235626664222c22636f6e7465787441637469766974696573223a7b2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d7d2c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e227d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a34382e3638355a227d', false, 'Sent', 1, '2026-11-28 11:12:49.026541+00', NULL, NULL, 'stored', '2026-11-28 11:12:48.685935+00', '2026-11-28 11:12:49.026541+00');
INSERT INTO public.delivery VALUES ('01a221db-a05e-76bd-b714-4142c72c769b', 'Statement', 'embedded', 'statement:970699e031fc5487aca4947502594f25:embedded', '01a221db-a075-7c3e-baea-c96e98196f85', '01a221db-7d70-78de-9810-c21940c7630e', '\x7b226964223a2239373036393965302d333166632d353438372d616361342d393437353032353934663235222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303030227d7d2c2276657262223a7b226964223a22687474703a2f2f616374697669747973747265612e6d732f696e76697465222c22646973706c6179223a7b22656e223a22696e7669746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303036227d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2263333332616537652d653838612d356337312d623134302d613632343433353466623463222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d2c226f74686572223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f70616972696e67732f30316132323164622d613037352d373333342d623665322d356333383064386433666166222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f62756464792d70616972696e67222c226e616d65223a7b22656e223a224c6561726e696e672d62756464792070616972696e67227d7d7d5d7d2c22636f6e746578744167656e7473223a5b7b226f626a65637454797065223a22636f6e746578744167656e74222c226167656e74223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303036227d7d2c2272656c6576616e745479706573223a5b2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f726f6c65732f6c6561726e696e672d6275646479225d7d5d2c226c616e6775616765223a22656e222c22657874656e73696f6e73223a7b22687474703a2f2f69642e74696e63616e6170692e636f6d2f657874656e73696f6e2f746172676574223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f70616972696e67732f30316132323164622d613037352d373333342d623665322d356333383064386433666166222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f62756464792d70616972696e67222c226e616d65223a7b22656e223a224c6561726e696e672d62756464792070616972696e67227d7d7d7d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35312e3239345a227d', false, 'Sent', 1, '2026-11-28 11:12:52.248896+00', NULL, NULL, 'stored', '2026-11-28 11:12:51.294048+00', '2026-11-28 11:12:52.248896+00');
INSERT INTO public.delivery VALUES ('01a221db-a417-79fd-a0cd-ad10d7aef12d', 'Statement', 'embedded', 'statement:61fc60d37a6850bd935d028135a7e182:embedded', '01a221db-a418-7875-8964-089007d0365c', '01a221db-8948-79f4-a78c-085bcf9414c5', '\x7b226964223a2236316663363064332d376136382d353062642d393335642d303238313335613765313832222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303031227d7d2c2276657262223a7b226964223a22687474703a2f2f616374697669747973747265612e6d732f696e76697465222c22646973706c6179223a7b22656e223a22696e7669746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303037227d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2236363161366532652d636237632d356665392d386134312d396637626563306466653733222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d2c226f74686572223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f70616972696e67732f30316132323164622d613431382d373565382d626665642d623136316362653630653364222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f62756464792d70616972696e67222c226e616d65223a7b22656e223a224c6561726e696e672d62756464792070616972696e67227d7d7d5d7d2c22636f6e746578744167656e7473223a5b7b226f626a65637454797065223a22636f6e746578744167656e74222c226167656e74223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303037227d7d2c2272656c6576616e745479706573223a5b2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f726f6c65732f6c6561726e696e672d6275646479225d7d5d2c226c616e6775616765223a22656e222c22657874656e73696f6e73223a7b22687474703a2f2f69642e74696e63616e6170692e636f6d2f657874656e73696f6e2f746172676574223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f70616972696e67732f30316132323164622d613431382d373565382d626665642d623136316362653630653364222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f62756464792d70616972696e67222c226e616d65223a7b22656e223a224c6561726e696e672d62756464792070616972696e67227d7d7d7d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35322e3234375a227d', false, 'Sent', 1, '2026-11-28 11:12:52.35519+00', NULL, NULL, 'stored', '2026-11-28 11:12:52.247069+00', '2026-11-28 11:12:52.35519+00');
INSERT INTO public.delivery VALUES ('01a221db-a493-7ff3-b7b7-54955f6475a1', 'Statement', 'embedded', 'statement:b15ed592593a5032bd0254f7c0323389:embedded', '01a221db-a496-7d62-a479-587d49a799fb', '01a221db-8acd-71f2-80f0-6bb15a5fe663', '\x7b226964223a2262313565643539322d353933612d353033322d626430322d353466376330333233333839222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303032227d7d2c2276657262223a7b226964223a22687474703a2f2f616374697669747973747265612e6d732f696e76697465222c22646973706c6179223a7b22656e223a22696e7669746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303038227d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2236636263373037652d356639302d356665372d386265302d316136333833363765316263222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d2c226f74686572223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f70616972696e67732f30316132323164622d613439362d376666322d393438332d663166626261343061626437222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f62756464792d70616972696e67222c226e616d65223a7b22656e223a224c6561726e696e672d62756464792070616972696e67227d7d7d5d7d2c22636f6e746578744167656e7473223a5b7b226f626a65637454797065223a22636f6e746578744167656e74222c226167656e74223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303038227d7d2c2272656c6576616e745479706573223a5b2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f726f6c65732f6c6561726e696e672d6275646479225d7d5d2c226c616e6775616765223a22656e222c22657874656e73696f6e73223a7b22687474703a2f2f69642e74696e63616e6170692e636f6d2f657874656e73696f6e2f746172676574223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f70616972696e67732f30316132323164622d613439362d376666322d393438332d663166626261343061626437222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f62756464792d70616972696e67222c226e616d65223a7b22656e223a224c6561726e696e672d62756464792070616972696e67227d7d7d7d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35322e3337315a227d', false, 'Sent', 1, '2026-11-28 11:12:52.438104+00', NULL, NULL, 'stored', '2026-11-28 11:12:52.371764+00', '2026-11-28 11:12:52.438104+00');
INSERT INTO public.delivery VALUES ('01a221db-a5e2-7f5b-9b26-b5741508cffd', 'Statement', 'embedded', 'statement:93fe9fb9273b5d22b0b3900e7dbca8d3:embedded', '01a221db-a5e3-7deb-8b80-f3cecb3375a5', '01a221db-8c4d-75a5-bbcb-24fa7a3336eb', '\x7b226964223a2239336665396662392d323733622d356432322d623062332d393030653764626361386433222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303033227d7d2c2276657262223a7b226964223a22687474703a2f2f616374697669747973747265612e6d732f696e76697465222c22646973706c6179223a7b22656e223a22696e7669746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303039227d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2237653066396233302d396464652d356434322d393935662d623931376265636365333964222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d2c226f74686572223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f70616972696e67732f30316132323164622d613565332d373433622d383032342d313663323336623931333432222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f62756464792d70616972696e67222c226e616d65223a7b22656e223a224c6561726e696e672d62756464792070616972696e67227d7d7d5d7d2c22636f6e746578744167656e7473223a5b7b226f626a65637454797065223a22636f6e746578744167656e74222c226167656e74223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303039227d7d2c2272656c6576616e745479706573223a5b2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f726f6c65732f6c6561726e696e672d6275646479225d7d5d2c226c616e6775616765223a22656e222c22657874656e73696f6e73223a7b22687474703a2f2f69642e74696e63616e6170692e636f6d2f657874656e73696f6e2f746172676574223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f70616972696e67732f30316132323164622d613565332d373433622d383032342d313663323336623931333432222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f62756464792d70616972696e67222c226e616d65223a7b22656e223a224c6561726e696e672d62756464792070616972696e67227d7d7d7d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35322e3730365a227d', false, 'Sent', 1, '2026-11-28 11:12:52.753386+00', NULL, NULL, 'stored', '2026-11-28 11:12:52.70686+00', '2026-11-28 11:12:52.753386+00');
INSERT INTO public.delivery VALUES ('01a221db-a6cd-7421-a257-d34eaf930c4a', 'Statement', 'embedded', 'statement:14d2f87689225a54ae86fc0d9d612ff6:embedded', '01a221db-a6d3-7d3b-bcf7-2d664f58836b', '01a221db-8e7b-7cad-878d-744ccc8a1cba', '\x7b226964223a2231346432663837362d383932322d356135342d616538362d666330643964363132666636222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303034227d7d2c2276657262223a7b226964223a22687474703a2f2f616374697669747973747265612e6d732f696e76697465222c22646973706c6179223a7b22656e223a22696e7669746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303130227d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2237313035316238612d323931622d356566382d393635302d666534303162383232643331222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d2c226f74686572223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f70616972696e67732f30316132323164622d613664332d376338382d626232362d396163666135646665323165222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f62756464792d70616972696e67222c226e616d65223a7b22656e223a224c6561726e696e672d62756464792070616972696e67227d7d7d5d7d2c22636f6e746578744167656e7473223a5b7b226f626a65637454797065223a22636f6e746578744167656e74222c226167656e74223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303130227d7d2c2272656c6576616e745479706573223a5b2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f726f6c65732f6c6561726e696e672d6275646479225d7d5d2c226c616e6775616765223a22656e222c22657874656e73696f6e73223a7b22687474703a2f2f69642e74696e63616e6170692e636f6d2f657874656e73696f6e2f746172676574223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f70616972696e67732f30316132323164622d613664332d376338382d626232362d396163666135646665323165222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f62756464792d70616972696e67222c226e616d65223a7b22656e223a224c6561726e696e672d62756464792070616972696e67227d7d7d7d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35322e3934315a227d', false, 'Sent', 1, '2026-11-28 11:12:53.053577+00', NULL, NULL, 'stored', '2026-11-28 11:12:52.941237+00', '2026-11-28 11:12:53.053577+00');
INSERT INTO public.delivery VALUES ('01a221db-a7c1-76c2-9911-55a89171939e', 'Statement', 'embedded', 'statement:2c1854a019865138a8ef3f4a6b6f91d3:embedded', '01a221db-a8a6-79c8-b4e6-516073d62857', '01a221db-7d70-78de-9810-c21940c7630e', '\x7b226964223a2232633138353461302d313938362d353133382d613865662d336634613662366639316433222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303036227d7d2c2276657262223a7b226964223a22687474703a2f2f616374697669747973747265612e6d732f616363657074222c22646973706c6179223a7b22656e223a226163636570746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f70616972696e67732f30316132323164622d613037352d373333342d623665322d356333383064386433666166222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f62756464792d70616972696e67222c226e616d65223a7b22656e223a224c6561726e696e672d62756464792070616972696e67227d7d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2263333332616537652d653838612d356337312d623134302d613632343433353466623463222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d7d2c22636f6e746578744167656e7473223a5b7b226f626a65637454797065223a22636f6e746578744167656e74222c226167656e74223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303030227d7d2c2272656c6576616e745479706573223a5b2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f726f6c65732f6c6561726e6572225d7d5d2c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e222c2273746174656d656e74223a7b226f626a65637454797065223a2253746174656d656e74526566222c226964223a2239373036393965302d333166632d353438372d616361342d393437353032353934663235227d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35332e3138355a227d', false, 'Sent', 1, '2026-11-28 11:12:53.491984+00', NULL, NULL, 'stored', '2026-11-28 11:12:53.185933+00', '2026-11-28 11:12:53.491984+00');
INSERT INTO public.delivery VALUES ('01a221db-a9c0-7418-bfa5-5e8729269cd3', 'Statement', 'embedded', 'statement:1b69fa4a98e357d0a12d920d4fad92f7:embedded', '01a221db-a9c2-7dc9-89bd-7cd19fb9a8cc', '01a221db-8c4d-75a5-bbcb-24fa7a3336eb', '\x7b226964223a2231623639666134612d393865332d353764302d613132642d393230643466616439326637222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303039227d7d2c2276657262223a7b226964223a22687474703a2f2f616374697669747973747265612e6d732f72656a656374222c22646973706c6179223a7b22656e223a226465636c696e6564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f70616972696e67732f30316132323164622d613565332d373433622d383032342d313663323336623931333432222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f62756464792d70616972696e67222c226e616d65223a7b22656e223a224c6561726e696e672d62756464792070616972696e67227d7d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2237653066396233302d396464652d356434322d393935662d623931376265636365333964222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d7d2c22636f6e746578744167656e7473223a5b7b226f626a65637454797065223a22636f6e746578744167656e74222c226167656e74223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303033227d7d2c2272656c6576616e745479706573223a5b2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f726f6c65732f6c6561726e6572225d7d5d2c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e222c2273746174656d656e74223a7b226f626a65637454797065223a2253746174656d656e74526566222c226964223a2239336665396662392d323733622d356432322d623062332d393030653764626361386433227d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35332e3639365a227d', false, 'Sent', 1, '2026-11-28 11:12:53.872486+00', NULL, NULL, 'stored', '2026-11-28 11:12:53.696289+00', '2026-11-28 11:12:53.872486+00');
INSERT INTO public.delivery VALUES ('01a221db-a95e-72db-92dd-6ef26f2d3fff', 'Statement', 'embedded', 'statement:8944409f2cd65136995eb4547661f112:embedded', '01a221db-a961-7119-8f2a-306233f0ad1e', '01a221db-8948-79f4-a78c-085bcf9414c5', '\x7b226964223a2238393434343039662d326364362d353133362d393935652d623435343736363166313132222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303037227d7d2c2276657262223a7b226964223a22687474703a2f2f616374697669747973747265612e6d732f616363657074222c22646973706c6179223a7b22656e223a226163636570746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f70616972696e67732f30316132323164622d613431382d373565382d626665642d623136316362653630653364222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f62756464792d70616972696e67222c226e616d65223a7b22656e223a224c6561726e696e672d62756464792070616972696e67227d7d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2236363161366532652d636237632d356665392d386134312d396637626563306466653733222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d7d2c22636f6e746578744167656e7473223a5b7b226f626a65637454797065223a22636f6e746578744167656e74222c226167656e74223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303031227d7d2c2272656c6576616e745479706573223a5b2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f726f6c65732f6c6561726e6572225d7d5d2c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e222c2273746174656d656e74223a7b226f626a65637454797065223a2253746174656d656e74526566222c226964223a2236316663363064332d376136382d353062642d393335642d303238313335613765313832227d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35332e3539385a227d', false, 'Sent', 1, '2026-11-28 11:12:53.782661+00', NULL, NULL, 'stored', '2026-11-28 11:12:53.598184+00', '2026-11-28 11:12:53.782661+00');
INSERT INTO public.delivery VALUES ('01a221db-bc79-7394-80eb-7ef3fdeac299', 'Statement', 'embedded', 'statement:665b31679a89581cbb33016df1e7133b:embedded', '01a221db-bc8a-7aad-9c88-8d265a2c2590', '01a221db-7d70-78de-9810-c21940c7630e', '\x7b226964223a2236363562333136372d396138392d353831632d626233332d303136646631653731333362222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303030227d7d2c2276657262223a7b226964223a22687474703a2f2f616374697669747973747265612e6d732f7375626d6974222c22646973706c6179223a7b22656e223a227375626d6974746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f65766964656e63652f30316132323164622d626239362d373566342d623264632d613838353364303735633033222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f70726163746963652d65766964656e6365222c226e616d65223a7b22656e223a2250726163746963652065766964656e636520303735633033227d7d7d2c22726573756c74223a7b22636f6d706c6574696f6e223a747275657d2c22636f6e74657874223a7b22726567697374726174696f6e223a2263333332616537652d653838612d356337312d623134302d613632343433353466623463222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d2c226f74686572223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f73746174656d656e74732f30316132323164622d376135332d373430642d623963362d3631366531623138323139362f71756965742d766f69636573222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f746c612f61637469766974792d74797065732f636f6d706574656e6379222c226e616d65223a7b22656e223a224472617773206f757420717569657420766f69636573227d7d7d5d7d2c227265766973696f6e223a2231222c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e222c22657874656e73696f6e73223a7b2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f657874656e73696f6e732f65766964656e6365223a7b226b696e64223a226f6e2d7468652d6a6f62222c226174746163686d656e74436f756e74223a302c226170706c6965644f6e223a22323032362d31312d3039227d7d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35382e3438395a227d', false, 'Sent', 1, '2026-11-28 11:12:58.582762+00', NULL, NULL, 'stored', '2026-11-28 11:12:58.489318+00', '2026-11-28 11:12:58.582762+00');
INSERT INTO public.delivery VALUES ('01a221db-bd8e-7dec-9152-e8cf958e28a4', 'Statement', 'embedded', 'statement:db3d4e2551595e0b83cc3f2235ab4c9b:embedded', '01a221db-bd91-789e-a77d-ab17cc3d3016', '01a221db-7d70-78de-9810-c21940c7630e', '\x7b226964223a2264623364346532352d353135392d356530622d383363632d336632323335616234633962222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303030227d7d2c2276657262223a7b226964223a2268747470733a2f2f773369642e6f72672f786170692f746c612f76657262732f6163686965766564222c22646973706c6179223a7b22656e223a226163686965766564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f73746174656d656e74732f30316132323164622d376135332d373430642d623963362d3631366531623138323139362f71756965742d766f69636573222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f746c612f61637469766974792d74797065732f636f6d706574656e6379222c226e616d65223a7b22656e223a224472617773206f757420717569657420766f69636573227d7d7d2c22726573756c74223a7b2273636f7265223a7b227363616c6564223a312c22726177223a332c226d696e223a302c226d6178223a337d2c2273756363657373223a747275652c22636f6d706c6574696f6e223a747275657d2c22636f6e74657874223a7b22726567697374726174696f6e223a2263333332616537652d653838612d356337312d623134302d613632343433353466623463222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d2c226f74686572223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f65766964656e63652f30316132323164622d626239362d373566342d623264632d613838353364303735633033222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f70726163746963652d65766964656e6365222c226e616d65223a7b22656e223a225765656b6c792063616c6c2c20736576656e2070656f706c652c2074776f206e6576657220737065616b2e227d7d7d5d7d2c22636f6e746578744167656e7473223a5b7b226f626a65637454797065223a22636f6e746578744167656e74222c226167656e74223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2233227d7d2c2272656c6576616e745479706573223a5b2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f726f6c65732f666163696c697461746f72225d7d5d2c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e222c2273746174656d656e74223a7b226f626a65637454797065223a2253746174656d656e74526566222c226964223a2237633139346233622d343962612d353935652d626131352d623963323633326662623339227d2c22657874656e73696f6e73223a7b2268747470733a2f2f773369642e6f72672f786170692f746c612f657874656e73696f6e732f65766964656e6365223a5b2262343666313064342d333964662d353237382d626136632d366464366136306139646439222c2238656334613861652d623234322d353839382d613430642d396562323537303938346231222c2236363562333136372d396138392d353831632d626233332d303136646631653731333362222c2237633139346233622d343962612d353935652d626131352d623963323633326662623339225d7d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35382e3736375a227d', false, 'Sent', 1, '2026-11-28 11:12:58.836642+00', NULL, NULL, 'stored', '2026-11-28 11:12:58.766208+00', '2026-11-28 11:12:58.836642+00');
INSERT INTO public.delivery VALUES ('01a221db-acfb-74e1-a6d7-c883bf146351', 'Statement', 'embedded', 'statement:ebcf0bd75a6e59cbb853b0e6c7c99abf:embedded', '01a221db-ad04-754a-8a38-56f93eca779d', '01a221db-8f93-7a3f-99ed-82e525c1f1bb', '\x7b226964223a2265626366306264372d356136652d353963622d623835332d623065366337633939616266222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303035227d7d2c2276657262223a7b226964223a22687474703a2f2f616374697669747973747265612e6d732f696e76697465222c22646973706c6179223a7b22656e223a22696e7669746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f70616972696e67732f30316132323164622d616430322d373734642d396135342d376430613834383434623564222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f62756464792d70616972696e67222c226e616d65223a7b22656e223a224c6561726e696e672d62756464792070616972696e67227d7d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2239366531343966622d383463332d356133362d613030362d373331393765626139636235222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d7d2c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e227d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35342e3532335a227d', false, 'Sent', 1, '2026-11-28 11:12:54.767158+00', NULL, NULL, 'stored', '2026-11-28 11:12:54.523818+00', '2026-11-28 11:12:54.767158+00');
INSERT INTO public.delivery VALUES ('01a221db-abed-7e69-8ef0-66b88eef228a', 'Statement', 'embedded', 'statement:433fb8406ae255af880460693ffd6caf:embedded', '01a221db-abef-703c-95af-4d8489704ad1', '01a221db-8e7b-7cad-878d-744ccc8a1cba', '\x7b226964223a2234333366623834302d366165322d353561662d383830342d363036393366666436636166222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303034227d7d2c2276657262223a7b226964223a22687474703a2f2f616374697669747973747265612e6d732f63616e63656c222c22646973706c6179223a7b22656e223a2263616e63656c6c6564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f70616972696e67732f30316132323164622d613664332d376338382d626232362d396163666135646665323165222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f62756464792d70616972696e67222c226e616d65223a7b22656e223a224c6561726e696e672d62756464792070616972696e67227d7d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2237313035316238612d323931622d356566382d393635302d666534303162383232643331222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d7d2c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e222c2273746174656d656e74223a7b226f626a65637454797065223a2253746174656d656e74526566222c226964223a2231346432663837362d383932322d356135342d616538362d666330643964363132666636227d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35342e3235335a227d', false, 'Sent', 1, '2026-11-28 11:12:54.32576+00', NULL, NULL, 'stored', '2026-11-28 11:12:54.253417+00', '2026-11-28 11:12:54.32576+00');
INSERT INTO public.delivery VALUES ('01a221db-b9cb-722b-9d45-972e56f6ef06', 'Statement', 'embedded', 'statement:8ec4a8aeb2425898a40d9eb2570984b1:embedded', '01a221db-b9f0-71c3-8257-d34112123a76', '01a221db-7d70-78de-9810-c21940c7630e', '\x7b226964223a2238656334613861652d623234322d353839382d613430642d396562323537303938346231222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2233227d7d2c2276657262223a7b226964223a22687474703a2f2f616374697669747973747265612e6d732f617070726f7665222c22646973706c6179223a7b22656e223a22636f6e6669726d6564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f65766964656e63652f30316132323164622d616563352d373030372d393733322d386433383066366537313631222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f70726163746963652d65766964656e6365222c226e616d65223a7b22656e223a225765656b6c792063616c6c2c20736576656e2070656f706c652c2074776f206e6576657220737065616b2e227d7d7d2c22726573756c74223a7b2273636f7265223a7b227363616c6564223a302e363636363636363636363636363636362c22726177223a322c226d696e223a302c226d6178223a337d2c2273756363657373223a747275652c22726573706f6e7365223a22596f75207761697465642c20616e64207361696420686572206e616d652e5c6e4e6578742074696d652c2061736b2074776f2070656f706c652e227d2c22636f6e74657874223a7b22726567697374726174696f6e223a2263333332616537652d653838612d356337312d623134302d613632343433353466623463222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d2c226f74686572223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f73746174656d656e74732f30316132323164622d376135332d373430642d623963362d3631366531623138323139362f71756965742d766f69636573222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f746c612f61637469766974792d74797065732f636f6d706574656e6379222c226e616d65223a7b22656e223a224472617773206f757420717569657420766f69636573227d7d7d5d7d2c22636f6e746578744167656e7473223a5b7b226f626a65637454797065223a22636f6e746578744167656e74222c226167656e74223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303030227d7d2c2272656c6576616e745479706573223a5b2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f726f6c65732f6c6561726e6572225d7d5d2c227265766973696f6e223a2231222c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e222c2273746174656d656e74223a7b226f626a65637454797065223a2253746174656d656e74526566222c226964223a2262343666313064342d333964662d353237382d626136632d366464366136306139646439227d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35372e3830335a227d', false, 'Sent', 1, '2026-11-28 11:12:58.030238+00', NULL, NULL, 'stored', '2026-11-28 11:12:57.803479+00', '2026-11-28 11:12:58.030238+00');
INSERT INTO public.delivery VALUES ('01a221db-bd8e-7e74-bb12-45c472df9b71', 'Statement', 'embedded', 'statement:7c194b3b49ba595eba15b9c2632fbb39:embedded', '01a221db-bd91-79e2-9a61-0d0e3aefa31a', '01a221db-7d70-78de-9810-c21940c7630e', '\x7b226964223a2237633139346233622d343962612d353935652d626131352d623963323633326662623339222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2233227d7d2c2276657262223a7b226964223a22687474703a2f2f616374697669747973747265612e6d732f617070726f7665222c22646973706c6179223a7b22656e223a22636f6e6669726d6564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f65766964656e63652f30316132323164622d626239362d373566342d623264632d613838353364303735633033222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f70726163746963652d65766964656e6365222c226e616d65223a7b22656e223a225765656b6c792063616c6c2c20736576656e2070656f706c652c2074776f206e6576657220737065616b2e227d7d7d2c22726573756c74223a7b2273636f7265223a7b227363616c6564223a312c22726177223a332c226d696e223a302c226d6178223a337d2c2273756363657373223a747275652c22726573706f6e7365223a22596f75207761697465642c20616e64207361696420686572206e616d652e5c6e4e6578742074696d652c2061736b2074776f2070656f706c652e227d2c22636f6e74657874223a7b22726567697374726174696f6e223a2263333332616537652d653838612d356337312d623134302d613632343433353466623463222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d2c226f74686572223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f73746174656d656e74732f30316132323164622d376135332d373430642d623963362d3631366531623138323139362f71756965742d766f69636573222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f746c612f61637469766974792d74797065732f636f6d706574656e6379222c226e616d65223a7b22656e223a224472617773206f757420717569657420766f69636573227d7d7d5d7d2c22636f6e746578744167656e7473223a5b7b226f626a65637454797065223a22636f6e746578744167656e74222c226167656e74223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303030227d7d2c2272656c6576616e745479706573223a5b2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f726f6c65732f6c6561726e6572225d7d5d2c227265766973696f6e223a2231222c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e222c2273746174656d656e74223a7b226f626a65637454797065223a2253746174656d656e74526566222c226964223a2236363562333136372d396138392d353831632d626233332d303136646631653731333362227d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35382e3736365a227d', false, 'Sent', 1, '2026-11-28 11:12:58.83886+00', NULL, NULL, 'stored', '2026-11-28 11:12:58.766208+00', '2026-11-28 11:12:58.83886+00');
INSERT INTO public.delivery VALUES ('01a221db-b9cb-79f0-a8e9-7e5ec9edd790', 'Score', '59b64da813444105bd6a3c84233d7fd3', 'score:01a221db7d7078de9810c21940c7630e', '00000000-0000-0000-0000-000000000000', '01a221db-7d70-78de-9810-c21940c7630e', '\x', false, 'Waiting', 1, '2026-11-30 11:13:05.587496+00', NULL, NULL, '127.0.0.1 answered 500 Internal Server Error', '2026-11-28 11:12:57.803479+00', NULL);
INSERT INTO public.delivery VALUES ('01a221db-b0ce-78c7-bc2e-89d64b548bc1', 'Statement', 'embedded', 'statement:b46f10d439df5278ba6c6dd6a60a9dd9:embedded', '01a221db-b0d5-78d3-9d0a-5932dbd9536d', '01a221db-7d70-78de-9810-c21940c7630e', '\x7b226964223a2262343666313064342d333964662d353237382d626136632d366464366136306139646439222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303030227d7d2c2276657262223a7b226964223a22687474703a2f2f616374697669747973747265612e6d732f7375626d6974222c22646973706c6179223a7b22656e223a227375626d6974746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f65766964656e63652f30316132323164622d616563352d373030372d393733322d386433383066366537313631222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f70726163746963652d65766964656e6365222c226e616d65223a7b22656e223a2250726163746963652065766964656e636520366537313631227d7d7d2c22726573756c74223a7b22636f6d706c6574696f6e223a747275657d2c22636f6e74657874223a7b22726567697374726174696f6e223a2263333332616537652d653838612d356337312d623134302d613632343433353466623463222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d2c226f74686572223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f73746174656d656e74732f30316132323164622d376135332d373430642d623963362d3631366531623138323139362f71756965742d766f69636573222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f746c612f61637469766974792d74797065732f636f6d706574656e6379222c226e616d65223a7b22656e223a224472617773206f757420717569657420766f69636573227d7d7d5d7d2c227265766973696f6e223a2231222c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e222c22657874656e73696f6e73223a7b2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f657874656e73696f6e732f65766964656e6365223a7b226b696e64223a226f6e2d7468652d6a6f62222c226174746163686d656e74436f756e74223a302c226170706c6965644f6e223a22323032362d31312d3032227d7d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35352e3530325a227d', false, 'Sent', 1, '2026-11-28 11:12:55.791312+00', NULL, NULL, 'stored', '2026-11-28 11:12:55.502032+00', '2026-11-28 11:12:55.791312+00');
INSERT INTO public.delivery VALUES ('01a221db-b3d0-7136-ab3c-286a6c23e709', 'Statement', 'embedded', 'statement:a181f4ef6dcf5e0ea9b28247e2d0ce4d:embedded', '01a221db-b4c1-7915-8180-9f96df4dc434', '01a221db-7d70-78de-9810-c21940c7630e', '\x7b226964223a2261313831663465662d366463662d356530652d613962322d383234376532643063653464222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303036227d7d2c2276657262223a7b226964223a22687474703a2f2f616374697669747973747265612e6d732f636f6e6669726d222c22646973706c6179223a7b22656e223a226174746573746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f65766964656e63652f30316132323164622d616563352d373030372d393733322d386433383066366537313631222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f70726163746963652d65766964656e6365222c226e616d65223a7b22656e223a225765656b6c792063616c6c2c20736576656e2070656f706c652c2074776f206e6576657220737065616b2e227d7d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2263333332616537652d653838612d356337312d623134302d613632343433353466623463222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d2c226f74686572223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f73746174656d656e74732f30316132323164622d376135332d373430642d623963362d3631366531623138323139362f71756965742d766f69636573222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f746c612f61637469766974792d74797065732f636f6d706574656e6379222c226e616d65223a7b22656e223a224472617773206f757420717569657420766f69636573227d7d7d5d7d2c22636f6e746578744167656e7473223a5b7b226f626a65637454797065223a22636f6e746578744167656e74222c226167656e74223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303030227d7d2c2272656c6576616e745479706573223a5b2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f726f6c65732f6c6561726e6572225d7d5d2c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e222c2273746174656d656e74223a7b226f626a65637454797065223a2253746174656d656e74526566222c226964223a2262343666313064342d333964662d353237382d626136632d366464366136306139646439227d2c22657874656e73696f6e73223a7b2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f657874656e73696f6e732f72657669657765722d726f6c65223a226275646479227d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35362e3237325a227d', false, 'Sent', 1, '2026-11-28 11:12:57.161764+00', NULL, NULL, 'stored', '2026-11-28 11:12:56.272304+00', '2026-11-28 11:12:57.161764+00');
INSERT INTO public.delivery VALUES ('01a221db-be96-7d50-a566-71293bdb068b', 'Statement', 'embedded', 'statement:c97218203f355bbc98c3dbbad9ac5b06:embedded', '01a221db-be9b-7b62-8fcb-524a98fcaa0d', '01a221db-8948-79f4-a78c-085bcf9414c5', '\x7b226964223a2263393732313832302d336633352d356262632d393863332d646262616439616335623036222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2233227d7d2c2276657262223a7b226964223a22687474703a2f2f616374697669747973747265612e6d732f72657475726e222c22646973706c6179223a7b22656e223a2272657475726e6564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f65766964656e63652f30316132323164622d626530342d373365362d616565342d353534306466393831626234222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f70726163746963652d65766964656e6365222c226e616d65223a7b22656e223a225765656b6c792063616c6c2c20736576656e2070656f706c652c2074776f206e6576657220737065616b2e227d7d7d2c22726573756c74223a7b2273756363657373223a66616c73652c22726573706f6e7365223a22596f75207761697465642c20616e64207361696420686572206e616d652e5c6e4e6578742074696d652c2061736b2074776f2070656f706c652e227d2c22636f6e74657874223a7b22726567697374726174696f6e223a2236363161366532652d636237632d356665392d386134312d396637626563306466653733222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d2c226f74686572223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f73746174656d656e74732f30316132323164622d376135332d373430642d623963362d3631366531623138323139362f71756965742d766f69636573222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f746c612f61637469766974792d74797065732f636f6d706574656e6379222c226e616d65223a7b22656e223a224472617773206f757420717569657420766f69636573227d7d7d5d7d2c22636f6e746578744167656e7473223a5b7b226f626a65637454797065223a22636f6e746578744167656e74222c226167656e74223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303031227d7d2c2272656c6576616e745479706573223a5b2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f726f6c65732f6c6561726e6572225d7d5d2c227265766973696f6e223a2231222c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e222c2273746174656d656e74223a7b226f626a65637454797065223a2253746174656d656e74526566222c226964223a2265323664326536612d383565612d356137662d613364382d363363626231656638623433227d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35392e3033305a227d', false, 'Sent', 1, '2026-11-28 11:12:59.087093+00', NULL, NULL, 'stored', '2026-11-28 11:12:59.030045+00', '2026-11-28 11:12:59.087093+00');
INSERT INTO public.delivery VALUES ('01a221db-be2b-77b4-84c0-6b141f5bb5a4', 'Statement', 'embedded', 'statement:e26d2e6a85ea5a7fa3d863cbb1ef8b43:embedded', '01a221db-be2c-76b8-8227-5d7bec02c349', '01a221db-8948-79f4-a78c-085bcf9414c5', '\x7b226964223a2265323664326536612d383565612d356137662d613364382d363363626231656638623433222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303031227d7d2c2276657262223a7b226964223a22687474703a2f2f616374697669747973747265612e6d732f7375626d6974222c22646973706c6179223a7b22656e223a227375626d6974746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f65766964656e63652f30316132323164622d626530342d373365362d616565342d353534306466393831626234222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f70726163746963652d65766964656e6365222c226e616d65223a7b22656e223a2250726163746963652065766964656e636520393831626234227d7d7d2c22726573756c74223a7b22636f6d706c6574696f6e223a747275657d2c22636f6e74657874223a7b22726567697374726174696f6e223a2236363161366532652d636237632d356665392d386134312d396637626563306466653733222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d2c226f74686572223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f73746174656d656e74732f30316132323164622d376135332d373430642d623963362d3631366531623138323139362f71756965742d766f69636573222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f746c612f61637469766974792d74797065732f636f6d706574656e6379222c226e616d65223a7b22656e223a224472617773206f757420717569657420766f69636573227d7d7d5d7d2c227265766973696f6e223a2231222c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e222c22657874656e73696f6e73223a7b2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f657874656e73696f6e732f65766964656e6365223a7b226b696e64223a226f6e2d7468652d6a6f62222c226174746163686d656e74436f756e74223a302c226170706c6965644f6e223a22323032362d31312d3238227d7d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35382e3932335a227d', false, 'Sent', 1, '2026-11-28 11:12:58.975516+00', NULL, NULL, 'stored', '2026-11-28 11:12:58.9231+00', '2026-11-28 11:12:58.975516+00');
INSERT INTO public.delivery VALUES ('01a221db-bf6e-7c02-8990-61342e2eb2b2', 'Statement', 'embedded', 'statement:d1310bc1812452009e1a225e2ba16828:embedded', '01a221db-bf6f-7a55-8368-92cc5a9839ff', '01a221db-8acd-71f2-80f0-6bb15a5fe663', '\x7b226964223a2264313331306263312d383132342d353230302d396531612d323235653262613136383238222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2233227d7d2c2276657262223a7b226964223a22687474703a2f2f616374697669747973747265612e6d732f72657475726e222c22646973706c6179223a7b22656e223a2272657475726e6564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f65766964656e63652f30316132323164622d626564642d373937632d616239312d626662626365396632663735222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f70726163746963652d65766964656e6365222c226e616d65223a7b22656e223a225765656b6c792063616c6c2c20736576656e2070656f706c652c2074776f206e6576657220737065616b2e227d7d7d2c22726573756c74223a7b2273756363657373223a66616c73652c22726573706f6e7365223a22596f75207761697465642c20616e64207361696420686572206e616d652e5c6e4e6578742074696d652c2061736b2074776f2070656f706c652e227d2c22636f6e74657874223a7b22726567697374726174696f6e223a2236636263373037652d356639302d356665372d386265302d316136333833363765316263222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d2c226f74686572223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f73746174656d656e74732f30316132323164622d376135332d373430642d623963362d3631366531623138323139362f71756965742d766f69636573222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f746c612f61637469766974792d74797065732f636f6d706574656e6379222c226e616d65223a7b22656e223a224472617773206f757420717569657420766f69636573227d7d7d5d7d2c22636f6e746578744167656e7473223a5b7b226f626a65637454797065223a22636f6e746578744167656e74222c226167656e74223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303032227d7d2c2272656c6576616e745479706573223a5b2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f726f6c65732f6c6561726e6572225d7d5d2c227265766973696f6e223a2231222c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e222c2273746174656d656e74223a7b226f626a65637454797065223a2253746174656d656e74526566222c226964223a2231656462326164662d383761392d356632352d623838332d346566363036306662396665227d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35392e3234365a227d', false, 'Sent', 1, '2026-11-28 11:12:59.329818+00', NULL, NULL, 'stored', '2026-11-28 11:12:59.246027+00', '2026-11-28 11:12:59.329818+00');
INSERT INTO public.delivery VALUES ('01a221db-c12d-7e81-9f70-cef5eaa08e8d', 'Statement', 'embedded', 'statement:426b3ed33b345b62aa54ef84ed103e26:embedded', '01a221db-c12d-785f-a284-4970346c47bc', '01a221db-925a-72cf-a0c3-4a0fae53cfa7', '\x7b226964223a2234323662336564332d336233342d356236322d616135342d656638346564313033653236222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303037227d7d2c2276657262223a7b226964223a22687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f61736b6564222c22646973706c6179223a7b22656e223a2261736b6564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f7175657374696f6e732f30316132323164622d633132642d373433382d616337632d623963653435623630613939222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f7175657374696f6e222c226e616d65223a7b22656e223a225175657374696f6e227d7d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2232623663313634342d643663312d353336322d616131372d386232373039636237653363222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d7d2c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e227d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35392e3639335a227d', false, 'Sent', 1, '2026-11-28 11:13:00.02678+00', NULL, NULL, 'stored', '2026-11-28 11:12:59.693714+00', '2026-11-28 11:13:00.02678+00');
INSERT INTO public.delivery VALUES ('01a221db-c214-7022-bb08-f692c1ade6b6', 'Statement', 'embedded', 'statement:3e4d59f7084b5dc28297c8e30d1bf2e7:embedded', '01a221db-c214-7f03-852b-2ca2a3f1caa4', '01a221db-940e-7756-b867-739966298dc3', '\x7b226964223a2233653464353966372d303834622d356463322d383239372d633865333064316266326537222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303038227d7d2c2276657262223a7b226964223a22687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f61736b6564222c22646973706c6179223a7b22656e223a2261736b6564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f7175657374696f6e732f30316132323164622d633231342d373032312d383432342d343838633163393161393837222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f7175657374696f6e222c226e616d65223a7b22656e223a225175657374696f6e227d7d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2263646234323761622d666666392d353661322d386265612d366165346365373364363637222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d7d2c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e227d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35392e3932345a227d', false, 'Sent', 1, '2026-11-28 11:13:00.073758+00', NULL, NULL, 'stored', '2026-11-28 11:12:59.924088+00', '2026-11-28 11:13:00.073758+00');
INSERT INTO public.delivery VALUES ('01a221db-bf07-764d-8769-820de33c5196', 'Statement', 'embedded', 'statement:1edb2adf87a95f25b8834ef6060fb9fe:embedded', '01a221db-bf0a-712f-a4cd-61481c3a3691', '01a221db-8acd-71f2-80f0-6bb15a5fe663', '\x7b226964223a2231656462326164662d383761392d356632352d623838332d346566363036306662396665222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303032227d7d2c2276657262223a7b226964223a22687474703a2f2f616374697669747973747265612e6d732f7375626d6974222c22646973706c6179223a7b22656e223a227375626d6974746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f65766964656e63652f30316132323164622d626564642d373937632d616239312d626662626365396632663735222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f70726163746963652d65766964656e6365222c226e616d65223a7b22656e223a2250726163746963652065766964656e636520396632663735227d7d7d2c22726573756c74223a7b22636f6d706c6574696f6e223a747275657d2c22636f6e74657874223a7b22726567697374726174696f6e223a2236636263373037652d356639302d356665372d386265302d316136333833363765316263222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d2c226f74686572223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f73746174656d656e74732f30316132323164622d376135332d373430642d623963362d3631366531623138323139362f71756965742d766f69636573222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f746c612f61637469766974792d74797065732f636f6d706574656e6379222c226e616d65223a7b22656e223a224472617773206f757420717569657420766f69636573227d7d7d5d7d2c227265766973696f6e223a2231222c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e222c22657874656e73696f6e73223a7b2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f657874656e73696f6e732f65766964656e6365223a7b226b696e64223a226f6e2d7468652d6a6f62222c226174746163686d656e74436f756e74223a302c226170706c6965644f6e223a22323032362d31312d3238227d7d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35392e3134335a227d', false, 'Sent', 1, '2026-11-28 11:12:59.185811+00', NULL, NULL, 'stored', '2026-11-28 11:12:59.143927+00', '2026-11-28 11:12:59.185811+00');
INSERT INTO public.delivery VALUES ('01a221db-c2fd-7a23-b512-b2fc9ab51a4e', 'Statement', 'embedded', 'statement:ab92f50043055b24b1808add32bd0b98:embedded', '01a221db-c315-726f-bffd-8fb99d38894d', '01a221db-925a-72cf-a0c3-4a0fae53cfa7', '\x7b226964223a2261623932663530302d343330352d356232342d623138302d386164643332626430623938222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2233227d7d2c2276657262223a7b226964223a22687474703a2f2f61646c6e65742e676f762f6578706170692f76657262732f616e737765726564222c22646973706c6179223a7b22656e223a22616e737765726564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f7175657374696f6e732f30316132323164622d633132642d373433382d616337632d623963653435623630613939222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f7175657374696f6e222c226e616d65223a7b22656e223a225175657374696f6e227d7d7d2c22726573756c74223a7b22726573706f6e7365223a2257697468206f6e65207175657374696f6e20746f206f6e6520706572736f6e2e227d2c22636f6e74657874223a7b22726567697374726174696f6e223a2232623663313634342d643663312d353336322d616131372d386232373039636237653363222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d7d2c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e222c2273746174656d656e74223a7b226f626a65637454797065223a2253746174656d656e74526566222c226964223a2234323662336564332d336233342d356236322d616135342d656638346564313033653236227d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31333a30302e3135375a227d', false, 'Sent', 1, '2026-11-28 11:13:00.318142+00', NULL, NULL, 'stored', '2026-11-28 11:13:00.157649+00', '2026-11-28 11:13:00.318142+00');
INSERT INTO public.delivery VALUES ('01a221db-c056-7b63-9297-d97ce962f25e', 'Statement', 'embedded', 'statement:a98981dd64ce571191dac9c4c26efd47:embedded', '01a221db-c05a-72f7-8311-ed8374baea31', '01a221db-8c4d-75a5-bbcb-24fa7a3336eb', '\x7b226964223a2261393839383164642d363463652d353731312d393164612d633963346332366566643437222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303033227d7d2c2276657262223a7b226964223a22687474703a2f2f616374697669747973747265612e6d732f7375626d6974222c22646973706c6179223a7b22656e223a227375626d6974746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f65766964656e63652f30316132323164622d633032622d376333342d396535642d663936656561353232303236222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f70726163746963652d65766964656e6365222c226e616d65223a7b22656e223a2250726163746963652065766964656e636520353232303236227d7d7d2c22726573756c74223a7b22636f6d706c6574696f6e223a747275657d2c22636f6e74657874223a7b22726567697374726174696f6e223a2237653066396233302d396464652d356434322d393935662d623931376265636365333964222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d2c226f74686572223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f73746174656d656e74732f30316132323164622d376135332d373430642d623963362d3631366531623138323139362f71756965742d766f69636573222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f746c612f61637469766974792d74797065732f636f6d706574656e6379222c226e616d65223a7b22656e223a224472617773206f757420717569657420766f69636573227d7d7d5d7d2c227265766973696f6e223a2231222c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e222c22657874656e73696f6e73223a7b2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f657874656e73696f6e732f65766964656e6365223a7b226b696e64223a226f6e2d7468652d6a6f62222c226174746163686d656e74436f756e74223a302c226170706c6965644f6e223a22323032362d31312d3238227d7d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35392e3437385a227d', false, 'Sent', 1, '2026-11-28 11:12:59.53149+00', NULL, NULL, 'stored', '2026-11-28 11:12:59.478132+00', '2026-11-28 11:12:59.53149+00');
INSERT INTO public.delivery VALUES ('01a221db-bfdd-73df-a910-9d8c3db710b0', 'Statement', 'embedded', 'statement:117eda8a32a8519fa3b6623681582f97:embedded', '01a221db-bfde-7a73-b26f-b127e38fe66a', '01a221db-8acd-71f2-80f0-6bb15a5fe663', '\x7b226964223a2231313765646138612d333261382d353139662d613362362d363233363831353832663937222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303032227d7d2c2276657262223a7b226964223a22687474703a2f2f616374697669747973747265612e6d732f7375626d6974222c22646973706c6179223a7b22656e223a227375626d6974746564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f65766964656e63652f30316132323164622d626564642d373937632d616239312d626662626365396632663735222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f70726163746963652d65766964656e6365222c226e616d65223a7b22656e223a2250726163746963652065766964656e636520396632663735227d7d7d2c22726573756c74223a7b22636f6d706c6574696f6e223a747275657d2c22636f6e74657874223a7b22726567697374726174696f6e223a2236636263373037652d356639302d356665372d386265302d316136333833363765316263222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d2c226f74686572223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f73746174656d656e74732f30316132323164622d376135332d373430642d623963362d3631366531623138323139362f71756965742d766f69636573222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f746c612f61637469766974792d74797065732f636f6d706574656e6379222c226e616d65223a7b22656e223a224472617773206f757420717569657420766f69636573227d7d7d5d7d2c227265766973696f6e223a2232222c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e222c22657874656e73696f6e73223a7b2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f657874656e73696f6e732f65766964656e6365223a7b226b696e64223a226f6e2d7468652d6a6f62222c226174746163686d656e74436f756e74223a302c226170706c6965644f6e223a22323032362d31312d3238227d7d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35392e3335385a227d', false, 'Sent', 1, '2026-11-28 11:12:59.435181+00', NULL, NULL, 'stored', '2026-11-28 11:12:59.357988+00', '2026-11-28 11:12:59.435181+00');
INSERT INTO public.delivery VALUES ('01a221db-bfdd-766e-b2fc-76ce4201b0bf', 'Statement', 'embedded', 'statement:df96d765e42b5118815bedf89c66ae4a:embedded', '01a221db-bfdf-7676-ab58-0f4169fd58b6', '01a221db-8acd-71f2-80f0-6bb15a5fe663', '\x7b226964223a2264663936643736352d653432622d353131382d383135622d656466383963363661653461222c226163746f72223a7b226f626a65637454797065223a224167656e74222c226163636f756e74223a7b22686f6d6550616765223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c65222c226e616d65223a2236303032227d7d2c2276657262223a7b226964223a2268747470733a2f2f773369642e6f72672f786170692f6163726f7373782f76657262732f656469746564222c22646973706c6179223a7b22656e223a2272657669736564227d7d2c226f626a656374223a7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f65766964656e63652f30316132323164622d626564642d373937632d616239312d626662626365396632663735222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f61637469766974792d74797065732f70726163746963652d65766964656e6365222c226e616d65223a7b22656e223a2250726163746963652065766964656e636520396632663735227d7d7d2c22636f6e74657874223a7b22726567697374726174696f6e223a2236636263373037652d356639302d356665372d386265302d316136333833363765316263222c22636f6e7465787441637469766974696573223a7b22706172656e74223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f6a6f75726e6579732f30316132323164622d376135332d373430642d623963362d363136653162313832313936222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a22507261637469736520616e642070726f7665227d7d7d5d2c2267726f7570696e67223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f3132372e302e302e313a33343733312f6d6f6f646c652f636f757273652f766965772e7068703f69643d32222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f636f75727365222c226e616d65223a7b22656e223a224c656164696e672072656d6f7465207465616d73227d7d7d5d2c2263617465676f7279223a5b7b226f626a65637454797065223a224163746976697479222c226964223a2268747470733a2f2f773369642e6f72672f786170692f6c6561726e696e672d62756464792f76312e30222c22646566696e6974696f6e223a7b2274797065223a22687474703a2f2f61646c6e65742e676f762f6578706170692f616374697669746965732f70726f66696c65222c226e616d65223a7b22656e223a224c6561726e696e672042756464792070726f66696c6520312e30227d7d7d5d2c226f74686572223a5b7b226f626a65637454797065223a224163746976697479222c226964223a22687474703a2f2f6c6f63616c686f73743a33393530372f786170692f616374697669746965732f73746174656d656e74732f30316132323164622d376135332d373430642d623963362d3631366531623138323139362f71756965742d766f69636573222c22646566696e6974696f6e223a7b2274797065223a2268747470733a2f2f773369642e6f72672f786170692f746c612f61637469766974792d74797065732f636f6d706574656e6379222c226e616d65223a7b22656e223a224472617773206f757420717569657420766f69636573227d7d7d5d7d2c227265766973696f6e223a2232222c22706c6174666f726d223a224c6561726e696e67204275646479222c226c616e6775616765223a22656e222c2273746174656d656e74223a7b226f626a65637454797065223a2253746174656d656e74526566222c226964223a2231656462326164662d383761392d356632352d623838332d346566363036306662396665227d7d2c2274696d657374616d70223a22323032362d31312d32385431313a31323a35392e3335375a227d', false, 'Sent', 1, '2026-11-28 11:12:59.441322+00', NULL, NULL, 'stored', '2026-11-28 11:12:59.357988+00', '2026-11-28 11:12:59.441322+00');


--
-- Data for Name: deployment; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.deployment VALUES ('59b64da8-1344-4105-bd6a-3c84233d7fd3', '1', '2026-11-28 11:12:37.702747+00');


--
-- Data for Name: design; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.design VALUES ('01a221db-72c5-75fa-a8fc-c0c30d8625db', '59b64da8-1344-4105-bd6a-3c84233d7fd3', '2', 2, 'Practise and prove', NULL, '2026-11-28 11:12:39.615692+00');


--
-- Data for Name: design_version; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.design_version VALUES ('01a221db-72c5-75fa-a8fc-c0c30d8625db', 1, '{"formatVersion":1,"language":"en","templateId":"practise-and-prove","title":"Practise and prove","summary":"Try what you learned at work, with somebody beside you, and show what came of it.","timeZone":"Etc/UTC","behaviours":[{"id":"quiet-voices","statement":"Draws out quiet voices","shownBy":"asks somebody who has not spoken yet, by name, and waits for the answer","retired":false},{"id":"clear-decision","statement":"Closes with a clear decision","shownBy":"says in one sentence what was decided, who does it and until when","retired":false},{"id":"keeps-time","statement":"Keeps to the time","shownBy":"names the time at the start and ends on the minute, or asks for more","retired":false}],"sections":{"buddies":{"capacity":2,"remindAfterDays":3,"expireAfterDays":7},"evidence":{},"found":{"rules":[]},"reviews":{"rubric":{"levels":[{"value":0,"name":"Not yet","guidance":"It is not clear that it was tried, or what came of it."},{"value":1,"name":"Tried it","guidance":"It was tried once; the account shows what happened."},{"value":2,"name":"Can do it","guidance":"It worked in a real situation, and somebody could see that it did."},{"value":3,"name":"Can help others","guidance":"It works in difficult situations too, and others learn from it."}],"passLevel":2}},"certification":{"situations":2,"dates":2,"otherEyes":true},"questions":{"answerWithinDays":2},"nudges":{"days":[1,3,6,10,15,21],"exercises":[{"id":"first-word","text":"In your next meeting, give the first word to the person who usually speaks last.","behaviourId":"quiet-voices"},{"id":"one-sentence","text":"End your next meeting with one sentence: what, who, until when.","behaviourId":"clear-decision"},{"id":"five-before","text":"Say five minutes before the end of your next meeting what is still open.","behaviourId":"keeps-time"}]},"grades":{"maximum":100}},"activeBehaviours":[{"id":"quiet-voices","statement":"Draws out quiet voices","shownBy":"asks somebody who has not spoken yet, by name, and waits for the answer","retired":false},{"id":"clear-decision","statement":"Closes with a clear decision","shownBy":"says in one sentence what was decided, who does it and until when","retired":false},{"id":"keeps-time","statement":"Keeps to the time","shownBy":"names the time at the start and ends on the minute, or asks for more","retired":false}]}', '01a221db-7042-77be-a97d-77a4733bc803', '2026-11-28 11:12:39.615692+00');
INSERT INTO public.design_version VALUES ('01a221db-72c5-75fa-a8fc-c0c30d8625db', 2, '{"formatVersion":1,"language":"en","templateId":"practise-and-prove","title":"Practise and prove","summary":"Try what you learned at work, with somebody beside you, and show what came of it.","timeZone":"Etc/UTC","behaviours":[{"id":"quiet-voices","statement":"Draws out quiet voices","shownBy":"asks somebody who has not spoken yet, by name, and waits for the answer","retired":false},{"id":"clear-decision","statement":"Closes with a clear decision","shownBy":"says in one sentence what was decided, who does it and until when","retired":false},{"id":"keeps-time","statement":"Keeps to the time","shownBy":"names the time at the start and ends on the minute, or asks for more","retired":false}],"sections":{"buddies":{"capacity":2,"remindAfterDays":3,"expireAfterDays":7},"evidence":{},"found":{"rules":[]},"reviews":{"rubric":{"levels":[{"value":0,"name":"Not yet","guidance":"It is not clear that it was tried, or what came of it."},{"value":1,"name":"Tried it","guidance":"It was tried once; the account shows what happened."},{"value":2,"name":"Can do it","guidance":"It worked in a real situation, and somebody could see that it did."},{"value":3,"name":"Can help others","guidance":"It works in difficult situations too, and others learn from it."}],"passLevel":2}},"certification":{"situations":2,"dates":2,"otherEyes":true},"questions":{"answerWithinDays":2},"nudges":{"days":[1,3,6,10,15,21],"exercises":[{"id":"first-word","text":"In your next meeting, give the first word to the person who usually speaks last.","behaviourId":"quiet-voices"},{"id":"one-sentence","text":"End your next meeting with one sentence: what, who, until when.","behaviourId":"clear-decision"},{"id":"five-before","text":"Say five minutes before the end of your next meeting what is still open.","behaviourId":"keeps-time"}]},"grades":{"maximum":60}},"activeBehaviours":[{"id":"quiet-voices","statement":"Draws out quiet voices","shownBy":"asks somebody who has not spoken yet, by name, and waits for the answer","retired":false},{"id":"clear-decision","statement":"Closes with a clear decision","shownBy":"says in one sentence what was decided, who does it and until when","retired":false},{"id":"keeps-time","statement":"Keeps to the time","shownBy":"names the time at the start and ends on the minute, or asks for more","retired":false}]}', '01a221db-7042-77be-a97d-77a4733bc803', '2026-11-30 11:13:00.967546+00');


--
-- Data for Name: device; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: due_item; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.due_item VALUES ('ce0f8078-b7d9-83c6-96ad-437bae05088f', 'invitation-expiry', '01a221db-a075-7f59-aedc-7f4937c5a682', '01a221db-7d70-78de-9810-c21940c7630e', '2026-12-05 11:12:51.294048+00', 0, NULL, NULL, NULL);
INSERT INTO public.due_item VALUES ('56ca0cab-479e-8e91-9f50-6c8499288e40', 'invitation-expiry', '01a221db-a418-7117-9349-c820d3276b1b', '01a221db-8948-79f4-a78c-085bcf9414c5', '2026-12-05 11:12:52.247069+00', 0, NULL, NULL, NULL);
INSERT INTO public.due_item VALUES ('6c89554b-0c1e-8515-8671-e90c17407862', 'invitation-expiry', '01a221db-a496-70be-9d45-908088e58230', '01a221db-8acd-71f2-80f0-6bb15a5fe663', '2026-12-05 11:12:52.371764+00', 0, NULL, NULL, NULL);
INSERT INTO public.due_item VALUES ('fd445847-8095-8f91-9079-78eb0fa8fa1d', 'invitation-expiry', '01a221db-a5e3-705e-b1ad-eea9cad80a59', '01a221db-8c4d-75a5-bbcb-24fa7a3336eb', '2026-12-05 11:12:52.70686+00', 0, NULL, NULL, NULL);
INSERT INTO public.due_item VALUES ('8be5477f-42ef-8eb7-b641-84f6512c925f', 'invitation-expiry', '01a221db-a6d3-72c9-83dd-ddc9b4ed6649', '01a221db-8e7b-7cad-878d-744ccc8a1cba', '2026-12-05 11:12:52.941237+00', 0, NULL, NULL, NULL);
INSERT INTO public.due_item VALUES ('5e909817-33c9-8710-ba9b-abf03f5204bf', 'invitation-expiry', '01a221db-ad02-7f8a-973b-42e744714160', '01a221db-8f93-7a3f-99ed-82e525c1f1bb', '2026-12-05 11:12:54.523818+00', 0, NULL, NULL, NULL);
INSERT INTO public.due_item VALUES ('d0640760-af0a-8904-bc8c-a0ddea7e84a8', 'question-unanswered', '01a221db-c12d-7438-ac7c-b9ce45b60a99', '01a221db-925a-72cf-a0c3-4a0fae53cfa7', '2026-12-01 17:00:00+00', 0, NULL, NULL, NULL);
INSERT INTO public.due_item VALUES ('b253c18f-cddc-8476-825f-3648b1d45b96', 'question-unanswered', '01a221db-c214-7021-8424-488c1c91a987', '01a221db-940e-7756-b867-739966298dc3', '2026-12-01 17:00:00+00', 0, NULL, NULL, NULL);
INSERT INTO public.due_item VALUES ('35dea83e-c6b2-82c3-b7ae-512f26311472', 'upkeep', '3d1b0f0e-52f7-4b40-9d42-6f7d9d3a2c01', NULL, '2026-11-30 11:28:00.451454+00', 0, NULL, NULL, NULL);
INSERT INTO public.due_item VALUES ('04dff826-c368-82e8-ac6f-cff771afb6c0', 'roster', '01a221db-704c-7afa-a173-7e25017872e9', NULL, '2026-12-01 11:13:00.602823+00', 0, NULL, NULL, NULL);
INSERT INTO public.due_item VALUES ('239a619d-69c4-8e2b-8d56-d5ea4be4b23f', 'nudge', 'c7215dc7-bdda-8911-96c6-b1fa8a1724d6', '01a221db-7d70-78de-9810-c21940c7630e', '2026-12-01 11:12:57.803479+00', 0, NULL, NULL, NULL);


--
-- Data for Name: enrolment; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.enrolment VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '01a221db-7042-77be-a97d-77a4733bc803', 'Instructor', true, false, true);
INSERT INTO public.enrolment VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '01a221db-7a32-7ca6-826f-7911acfa5c57', 'Learner', true, false, true);
INSERT INTO public.enrolment VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '01a221db-8890-7da2-89c9-e13f15637df7', 'Learner', true, false, true);
INSERT INTO public.enrolment VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '01a221db-89f9-7e0e-91e8-e79e1839ce71', 'Learner', true, false, true);
INSERT INTO public.enrolment VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '01a221db-8c32-70c5-888f-462fbb8c960c', 'Learner', true, false, true);
INSERT INTO public.enrolment VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '01a221db-8e63-7d08-aab8-fd16f641942c', 'Learner', true, false, true);
INSERT INTO public.enrolment VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '01a221db-8f1e-73c0-ac06-2c9b9234ccb3', 'Learner', true, false, true);
INSERT INTO public.enrolment VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '01a221db-905f-7ece-aea1-66bbc434ad6a', 'Learner', true, false, true);
INSERT INTO public.enrolment VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '01a221db-9220-7aaa-8e99-4c243dbfbe8a', 'Learner', true, false, true);
INSERT INTO public.enrolment VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '01a221db-93e6-7da3-b52d-de1a7446cc03', 'Learner', true, false, true);
INSERT INTO public.enrolment VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '01a221db-947e-7399-a544-ba544e7503aa', 'Learner', true, false, true);
INSERT INTO public.enrolment VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '01a221db-9539-7385-b74b-bb9db8392a0d', 'Learner', true, false, true);
INSERT INTO public.enrolment VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '01a221db-9601-77e4-acc3-fb405fb8f7c9', 'Learner', true, false, true);
INSERT INTO public.enrolment VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '01a221db-9a62-7dbe-97e0-894e36e200fd', 'Learner', true, false, false);
INSERT INTO public.enrolment VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '01a221db-9ad5-7199-9b01-74bd5e98cdf8', 'Learner', true, false, false);
INSERT INTO public.enrolment VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '01a221db-9ad5-71d7-99da-228c23972e19', 'Learner', true, false, false);
INSERT INTO public.enrolment VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '01a221db-9ad5-7348-b913-15feed68f49e', 'Learner', true, false, false);
INSERT INTO public.enrolment VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '01a221db-9ad5-7857-b5c1-21a5fd36c0c8', 'Learner', true, false, false);
INSERT INTO public.enrolment VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '01a221db-9ad5-7859-adac-1b5a861ea153', 'Learner', true, false, false);
INSERT INTO public.enrolment VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '01a221db-9ad5-7afb-ae0c-874e17e79d4d', 'Learner', true, false, false);
INSERT INTO public.enrolment VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '01a221db-9ad5-7d2d-aaf7-7d8b9f075893', 'Learner', true, false, false);
INSERT INTO public.enrolment VALUES ('01a221db-704c-7afa-a173-7e25017872e9', '01a221db-9ad5-7e97-b951-95e30acee856', 'Learner', true, false, false);


--
-- Data for Name: evidence; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.evidence VALUES ('01a221db-aec5-7007-9732-8d380f6e7161', '01a221db-7d70-78de-9810-c21940c7630e', NULL, 'Confirmed', '{"situation":"Weekly call, seven people, two never speak.","action":"I asked Aiko first.","outcome":"She had the best idea.","next":"","behaviourIds":["quiet-voices"],"appliedOn":"2026-11-02","links":[],"files":[],"title":"Weekly call, seven people, two never speak."}', 3, '2026-11-28 11:12:54.946015+00', '2026-11-28 11:12:55.45599+00', 1, '2026-11-28 11:12:55.502032+00');
INSERT INTO public.evidence VALUES ('01a221db-bb96-75f4-b2dc-a8853d075c03', '01a221db-7d70-78de-9810-c21940c7630e', NULL, 'Confirmed', '{"situation":"Weekly call, seven people, two never speak.","action":"I asked Aiko first.","outcome":"She had the best idea.","next":"","behaviourIds":["quiet-voices"],"appliedOn":"2026-11-09","links":[],"files":[],"title":"Weekly call, seven people, two never speak."}', 3, '2026-11-28 11:12:58.251093+00', '2026-11-28 11:12:58.407617+00', 1, '2026-11-28 11:12:58.489318+00');
INSERT INTO public.evidence VALUES ('01a221db-be04-73e6-aee4-5540df981bb4', '01a221db-8948-79f4-a78c-085bcf9414c5', NULL, 'Returned', '{"situation":"Weekly call, seven people, two never speak.","action":"I asked Aiko first.","outcome":"She had the best idea.","next":"","behaviourIds":["quiet-voices"],"links":[],"files":[],"title":"Weekly call, seven people, two never speak."}', 3, '2026-11-28 11:12:58.883844+00', '2026-11-28 11:12:58.916549+00', 1, '2026-11-28 11:12:58.9231+00');
INSERT INTO public.evidence VALUES ('01a221db-bedd-797c-ab91-bfbbce9f2f75', '01a221db-8acd-71f2-80f0-6bb15a5fe663', NULL, 'Submitted', '{"situation":"Weekly call, seven people, two never speak.","action":"I asked Aiko first.","outcome":"This time they all spoke.","next":"","behaviourIds":["quiet-voices"],"links":[],"files":[],"title":"Weekly call, seven people, two never speak."}', 5, '2026-11-28 11:12:59.099074+00', '2026-11-28 11:12:59.350889+00', 2, '2026-11-28 11:12:59.357988+00');
INSERT INTO public.evidence VALUES ('01a221db-c02b-7c34-9e5d-f96eea522026', '01a221db-8c4d-75a5-bbcb-24fa7a3336eb', NULL, 'Submitted', '{"situation":"Weekly call, seven people, two never speak.","action":"I asked Aiko first.","outcome":"She had the best idea.","next":"","behaviourIds":["quiet-voices"],"links":[],"files":[],"title":"Weekly call, seven people, two never speak."}', 3, '2026-11-28 11:12:59.434722+00', '2026-11-28 11:12:59.468208+00', 1, '2026-11-28 11:12:59.478132+00');
INSERT INTO public.evidence VALUES ('01a221db-c0ea-70e2-bc6b-502a77e1b6d1', '01a221db-8e7b-7cad-878d-744ccc8a1cba', NULL, 'Drafted', '{"situation":"","action":"","outcome":"","next":"","behaviourIds":["keeps-time"],"links":[],"files":[],"title":""}', 1, '2026-11-28 11:12:59.622126+00', '2026-11-28 11:12:59.622126+00', 0, NULL);


--
-- Data for Name: evidence_version; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.evidence_version VALUES ('01a221db-aec5-7007-9732-8d380f6e7161', 1, '{"situation":"Weekly call, seven people, two never speak.","action":"I asked Aiko first.","outcome":"She had the best idea.","next":"","behaviourIds":["quiet-voices"],"appliedOn":"2026-11-02","links":[],"files":[],"title":"Weekly call, seven people, two never speak."}', '01a221db-b0d5-78d3-9d0a-5932dbd9536d', 1, '2026-11-28 11:12:55.502032+00');
INSERT INTO public.evidence_version VALUES ('01a221db-bb96-75f4-b2dc-a8853d075c03', 1, '{"situation":"Weekly call, seven people, two never speak.","action":"I asked Aiko first.","outcome":"She had the best idea.","next":"","behaviourIds":["quiet-voices"],"appliedOn":"2026-11-09","links":[],"files":[],"title":"Weekly call, seven people, two never speak."}', '01a221db-bc8a-7aad-9c88-8d265a2c2590', 1, '2026-11-28 11:12:58.489318+00');
INSERT INTO public.evidence_version VALUES ('01a221db-be04-73e6-aee4-5540df981bb4', 1, '{"situation":"Weekly call, seven people, two never speak.","action":"I asked Aiko first.","outcome":"She had the best idea.","next":"","behaviourIds":["quiet-voices"],"links":[],"files":[],"title":"Weekly call, seven people, two never speak."}', '01a221db-be2c-76b8-8227-5d7bec02c349', 1, '2026-11-28 11:12:58.9231+00');
INSERT INTO public.evidence_version VALUES ('01a221db-bedd-797c-ab91-bfbbce9f2f75', 1, '{"situation":"Weekly call, seven people, two never speak.","action":"I asked Aiko first.","outcome":"She had the best idea.","next":"","behaviourIds":["quiet-voices"],"links":[],"files":[],"title":"Weekly call, seven people, two never speak."}', '01a221db-bf0a-712f-a4cd-61481c3a3691', 1, '2026-11-28 11:12:59.143927+00');
INSERT INTO public.evidence_version VALUES ('01a221db-bedd-797c-ab91-bfbbce9f2f75', 2, '{"situation":"Weekly call, seven people, two never speak.","action":"I asked Aiko first.","outcome":"This time they all spoke.","next":"","behaviourIds":["quiet-voices"],"links":[],"files":[],"title":"Weekly call, seven people, two never speak."}', '01a221db-bfde-7a73-b26f-b127e38fe66a', 1, '2026-11-28 11:12:59.357988+00');
INSERT INTO public.evidence_version VALUES ('01a221db-c02b-7c34-9e5d-f96eea522026', 1, '{"situation":"Weekly call, seven people, two never speak.","action":"I asked Aiko first.","outcome":"She had the best idea.","next":"","behaviourIds":["quiet-voices"],"links":[],"files":[],"title":"Weekly call, seven people, two never speak."}', '01a221db-c05a-72f7-8311-ed8374baea31', 1, '2026-11-28 11:12:59.478132+00');


--
-- Data for Name: file_blob; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: found_evidence; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: grade_posting; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.grade_posting VALUES ('01a221db-8e7b-7cad-878d-744ccc8a1cba', '01a221db-7a53-740d-b9c6-616e1b182196', 0, 60, '', '2026-11-28 11:12:46.714746+00', 'NotYet', false, NULL, NULL, NULL, NULL, false);
INSERT INTO public.grade_posting VALUES ('01a221db-7d70-78de-9810-c21940c7630e', '01a221db-7a53-740d-b9c6-616e1b182196', 20, 60, 'You waited, and said her name.
Next time, ask two people.', '2026-11-28 11:12:58.489318+00', 'Waiting', true, NULL, 33.33, '2026-11-28 11:12:59.096869+00', NULL, false);
INSERT INTO public.grade_posting VALUES ('01a221db-8f93-7a3f-99ed-82e525c1f1bb', '01a221db-7a53-740d-b9c6-616e1b182196', 0, 60, '', '2026-11-28 11:12:46.994622+00', 'NotYet', false, NULL, NULL, NULL, NULL, false);
INSERT INTO public.grade_posting VALUES ('01a221db-963f-75fb-b21b-159f2b9fb487', '01a221db-7a53-740d-b9c6-616e1b182196', 0, 60, '', '2026-11-28 11:12:48.685935+00', 'NotYet', false, NULL, NULL, NULL, NULL, false);
INSERT INTO public.grade_posting VALUES ('01a221db-9584-746f-9877-6fca601e5156', '01a221db-7a53-740d-b9c6-616e1b182196', 0, 60, '', '2026-11-28 11:12:48.490286+00', 'NotYet', false, NULL, NULL, NULL, NULL, false);
INSERT INTO public.grade_posting VALUES ('01a221db-9095-76aa-b511-a60dfe3dfca7', '01a221db-7a53-740d-b9c6-616e1b182196', 0, 60, '', '2026-11-28 11:12:47.252738+00', 'NotYet', false, NULL, NULL, NULL, NULL, false);
INSERT INTO public.grade_posting VALUES ('01a221db-94a5-739b-b697-bead64d695fc', '01a221db-7a53-740d-b9c6-616e1b182196', 0, 60, '', '2026-11-28 11:12:48.289692+00', 'NotYet', false, NULL, NULL, NULL, NULL, false);
INSERT INTO public.grade_posting VALUES ('01a221db-8acd-71f2-80f0-6bb15a5fe663', '01a221db-7a53-740d-b9c6-616e1b182196', 0, 60, '', '2026-11-28 11:12:45.738207+00', 'NotYet', false, NULL, NULL, NULL, NULL, false);
INSERT INTO public.grade_posting VALUES ('01a221db-940e-7756-b867-739966298dc3', '01a221db-7a53-740d-b9c6-616e1b182196', 0, 60, '', '2026-11-28 11:12:48.121866+00', 'NotYet', false, NULL, NULL, NULL, NULL, false);
INSERT INTO public.grade_posting VALUES ('01a221db-925a-72cf-a0c3-4a0fae53cfa7', '01a221db-7a53-740d-b9c6-616e1b182196', 0, 60, '', '2026-11-28 11:12:47.702668+00', 'NotYet', false, NULL, NULL, NULL, NULL, false);
INSERT INTO public.grade_posting VALUES ('01a221db-8c4d-75a5-bbcb-24fa7a3336eb', '01a221db-7a53-740d-b9c6-616e1b182196', 0, 60, '', '2026-11-28 11:12:46.149591+00', 'NotYet', false, NULL, NULL, NULL, NULL, false);
INSERT INTO public.grade_posting VALUES ('01a221db-8948-79f4-a78c-085bcf9414c5', '01a221db-7a53-740d-b9c6-616e1b182196', 0, 60, '', '2026-11-28 11:12:45.382842+00', 'NotYet', false, NULL, NULL, NULL, NULL, false);


--
-- Data for Name: guest_link; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: invitation; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.invitation VALUES ('01a221db-a496-70be-9d45-908088e58230', '01a221db-a496-7ff2-9483-f1fbba40abd7', 'Buddy', '01a221db-93e6-7da3-b52d-de1a7446cc03', NULL, 'Asked', '01a221db-a496-7d62-a479-587d49a799fb', '2026-11-28 11:12:52.371764+00', '2026-12-05 11:12:52.371764+00', NULL, NULL, NULL);
INSERT INTO public.invitation VALUES ('01a221db-a075-7f59-aedc-7f4937c5a682', '01a221db-a075-7334-b6e2-5c380d8d3faf', 'Buddy', '01a221db-905f-7ece-aea1-66bbc434ad6a', NULL, 'Accepted', '01a221db-a075-7c3e-baea-c96e98196f85', '2026-11-28 11:12:51.294048+00', '2026-12-05 11:12:51.294048+00', NULL, '2026-11-28 11:12:53.185933+00', NULL);
INSERT INTO public.invitation VALUES ('01a221db-a418-7117-9349-c820d3276b1b', '01a221db-a418-75e8-bfed-b161cbe60e3d', 'Buddy', '01a221db-9220-7aaa-8e99-4c243dbfbe8a', NULL, 'Accepted', '01a221db-a418-7875-8964-089007d0365c', '2026-11-28 11:12:52.247069+00', '2026-12-05 11:12:52.247069+00', NULL, '2026-11-28 11:12:53.598184+00', NULL);
INSERT INTO public.invitation VALUES ('01a221db-a5e3-705e-b1ad-eea9cad80a59', '01a221db-a5e3-743b-8024-16c236b91342', 'Buddy', '01a221db-947e-7399-a544-ba544e7503aa', NULL, 'Declined', '01a221db-a5e3-7deb-8b80-f3cecb3375a5', '2026-11-28 11:12:52.70686+00', '2026-12-05 11:12:52.70686+00', NULL, '2026-11-28 11:12:53.696289+00', 'No time this month.');
INSERT INTO public.invitation VALUES ('01a221db-a6d3-72c9-83dd-ddc9b4ed6649', '01a221db-a6d3-7c88-bb26-9acfa5dfe21e', 'Buddy', '01a221db-9539-7385-b74b-bb9db8392a0d', NULL, 'Withdrawn', '01a221db-a6d3-7d3b-bcf7-2d664f58836b', '2026-11-28 11:12:52.941237+00', '2026-12-05 11:12:52.941237+00', NULL, '2026-11-28 11:12:54.253417+00', NULL);
INSERT INTO public.invitation VALUES ('01a221db-ad02-7f8a-973b-42e744714160', '01a221db-ad02-774d-9a54-7d0a84844b5d', 'Buddy', NULL, 'VFB2N6E2', 'Asked', '01a221db-ad04-754a-8a38-56f93eca779d', '2026-11-28 11:12:54.523818+00', '2026-12-05 11:12:54.523818+00', NULL, NULL, NULL);


--
-- Data for Name: journey; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.journey VALUES ('01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-704c-7afa-a173-7e25017872e9', '477313', '01a221db-72c5-75fa-a8fc-c0c30d8625db', 2, 'http://127.0.0.1:34731/moodle/mod/lti/services.php/2/lineitems/477314/lineitem?type_id=1', 'http://127.0.0.1:34731/moodle/mod/lti/services.php/2/lineitems?type_id=1', '2026-11-28 11:12:41.515725+00');


--
-- Data for Name: journey_event; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.journey_event VALUES (1, '01a221db-7f5a-7633-8942-2289f2cff640', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-7d70-78de-9810-c21940c7630e', '01a221db-7a32-7ca6-826f-7911acfa5c57', '01a221db-7a32-7ca6-826f-7911acfa5c57', '2026-11-28 11:12:42.293029+00', 1, NULL, 'journey.started', 1, '{}');
INSERT INTO public.journey_event VALUES (2, '01a221db-894d-7d38-8a3d-b5a5e425ce5f', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8948-79f4-a78c-085bcf9414c5', '01a221db-8890-7da2-89c9-e13f15637df7', '01a221db-8890-7da2-89c9-e13f15637df7', '2026-11-28 11:12:45.382842+00', 1, NULL, 'journey.started', 1, '{}');
INSERT INTO public.journey_event VALUES (3, '01a221db-8b17-7719-a800-b6c3923977c3', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8acd-71f2-80f0-6bb15a5fe663', '01a221db-89f9-7e0e-91e8-e79e1839ce71', '01a221db-89f9-7e0e-91e8-e79e1839ce71', '2026-11-28 11:12:45.738207+00', 1, NULL, 'journey.started', 1, '{}');
INSERT INTO public.journey_event VALUES (4, '01a221db-8c9c-7658-9f56-c23644698920', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8c4d-75a5-bbcb-24fa7a3336eb', '01a221db-8c32-70c5-888f-462fbb8c960c', '01a221db-8c32-70c5-888f-462fbb8c960c', '2026-11-28 11:12:46.149591+00', 1, NULL, 'journey.started', 1, '{}');
INSERT INTO public.journey_event VALUES (5, '01a221db-8e81-70c7-a091-b2ed579756fa', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8e7b-7cad-878d-744ccc8a1cba', '01a221db-8e63-7d08-aab8-fd16f641942c', '01a221db-8e63-7d08-aab8-fd16f641942c', '2026-11-28 11:12:46.714746+00', 1, NULL, 'journey.started', 1, '{}');
INSERT INTO public.journey_event VALUES (6, '01a221db-8f98-7ced-881c-76675970ee7a', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8f93-7a3f-99ed-82e525c1f1bb', '01a221db-8f1e-73c0-ac06-2c9b9234ccb3', '01a221db-8f1e-73c0-ac06-2c9b9234ccb3', '2026-11-28 11:12:46.994622+00', 1, NULL, 'journey.started', 1, '{}');
INSERT INTO public.journey_event VALUES (7, '01a221db-90b4-7ab1-b785-302a0b2e04b8', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-9095-76aa-b511-a60dfe3dfca7', '01a221db-905f-7ece-aea1-66bbc434ad6a', '01a221db-905f-7ece-aea1-66bbc434ad6a', '2026-11-28 11:12:47.252738+00', 1, NULL, 'journey.started', 1, '{}');
INSERT INTO public.journey_event VALUES (8, '01a221db-92a8-74c5-9761-ebcf62d97f37', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-925a-72cf-a0c3-4a0fae53cfa7', '01a221db-9220-7aaa-8e99-4c243dbfbe8a', '01a221db-9220-7aaa-8e99-4c243dbfbe8a', '2026-11-28 11:12:47.702668+00', 1, NULL, 'journey.started', 1, '{}');
INSERT INTO public.journey_event VALUES (9, '01a221db-9434-7af3-9b32-c3cc37caf952', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-940e-7756-b867-739966298dc3', '01a221db-93e6-7da3-b52d-de1a7446cc03', '01a221db-93e6-7da3-b52d-de1a7446cc03', '2026-11-28 11:12:48.121866+00', 1, NULL, 'journey.started', 1, '{}');
INSERT INTO public.journey_event VALUES (10, '01a221db-94b6-7979-8902-49f8d6d2c64e', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-94a5-739b-b697-bead64d695fc', '01a221db-947e-7399-a544-ba544e7503aa', '01a221db-947e-7399-a544-ba544e7503aa', '2026-11-28 11:12:48.289692+00', 1, NULL, 'journey.started', 1, '{}');
INSERT INTO public.journey_event VALUES (11, '01a221db-959c-76ee-9e9b-bdefb887f261', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-9584-746f-9877-6fca601e5156', '01a221db-9539-7385-b74b-bb9db8392a0d', '01a221db-9539-7385-b74b-bb9db8392a0d', '2026-11-28 11:12:48.490286+00', 1, NULL, 'journey.started', 1, '{}');
INSERT INTO public.journey_event VALUES (12, '01a221db-9654-7c36-9fd3-99393f93f3bb', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-963f-75fb-b21b-159f2b9fb487', '01a221db-9601-77e4-acc3-fb405fb8f7c9', '01a221db-9601-77e4-acc3-fb405fb8f7c9', '2026-11-28 11:12:48.685935+00', 1, NULL, 'journey.started', 1, '{}');
INSERT INTO public.journey_event VALUES (13, '01a221db-a075-7c3e-baea-c96e98196f85', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-7d70-78de-9810-c21940c7630e', '01a221db-7a32-7ca6-826f-7911acfa5c57', '01a221db-7a32-7ca6-826f-7911acfa5c57', '2026-11-28 11:12:51.294048+00', 1, NULL, 'buddy.invited', 1, '{"pairId":"01a221db-a075-7334-b6e2-5c380d8d3faf","invitationId":"01a221db-a075-7f59-aedc-7f4937c5a682","buddyId":"01a221db-905f-7ece-aea1-66bbc434ad6a","until":"2026-12-05T11:12:51.2940487+00:00"}');
INSERT INTO public.journey_event VALUES (14, '01a221db-a418-7875-8964-089007d0365c', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8948-79f4-a78c-085bcf9414c5', '01a221db-8890-7da2-89c9-e13f15637df7', '01a221db-8890-7da2-89c9-e13f15637df7', '2026-11-28 11:12:52.247069+00', 1, NULL, 'buddy.invited', 1, '{"pairId":"01a221db-a418-75e8-bfed-b161cbe60e3d","invitationId":"01a221db-a418-7117-9349-c820d3276b1b","buddyId":"01a221db-9220-7aaa-8e99-4c243dbfbe8a","until":"2026-12-05T11:12:52.2470694+00:00"}');
INSERT INTO public.journey_event VALUES (15, '01a221db-a496-7d62-a479-587d49a799fb', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8acd-71f2-80f0-6bb15a5fe663', '01a221db-89f9-7e0e-91e8-e79e1839ce71', '01a221db-89f9-7e0e-91e8-e79e1839ce71', '2026-11-28 11:12:52.371764+00', 1, NULL, 'buddy.invited', 1, '{"pairId":"01a221db-a496-7ff2-9483-f1fbba40abd7","invitationId":"01a221db-a496-70be-9d45-908088e58230","buddyId":"01a221db-93e6-7da3-b52d-de1a7446cc03","until":"2026-12-05T11:12:52.3717642+00:00"}');
INSERT INTO public.journey_event VALUES (16, '01a221db-a5e3-7deb-8b80-f3cecb3375a5', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8c4d-75a5-bbcb-24fa7a3336eb', '01a221db-8c32-70c5-888f-462fbb8c960c', '01a221db-8c32-70c5-888f-462fbb8c960c', '2026-11-28 11:12:52.70686+00', 1, NULL, 'buddy.invited', 1, '{"pairId":"01a221db-a5e3-743b-8024-16c236b91342","invitationId":"01a221db-a5e3-705e-b1ad-eea9cad80a59","buddyId":"01a221db-947e-7399-a544-ba544e7503aa","until":"2026-12-05T11:12:52.7068606+00:00"}');
INSERT INTO public.journey_event VALUES (17, '01a221db-a6d3-7d3b-bcf7-2d664f58836b', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8e7b-7cad-878d-744ccc8a1cba', '01a221db-8e63-7d08-aab8-fd16f641942c', '01a221db-8e63-7d08-aab8-fd16f641942c', '2026-11-28 11:12:52.941237+00', 1, NULL, 'buddy.invited', 1, '{"pairId":"01a221db-a6d3-7c88-bb26-9acfa5dfe21e","invitationId":"01a221db-a6d3-72c9-83dd-ddc9b4ed6649","buddyId":"01a221db-9539-7385-b74b-bb9db8392a0d","until":"2026-12-05T11:12:52.9412376+00:00"}');
INSERT INTO public.journey_event VALUES (18, '01a221db-a8a6-79c8-b4e6-516073d62857', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-7d70-78de-9810-c21940c7630e', '01a221db-7a32-7ca6-826f-7911acfa5c57', '01a221db-905f-7ece-aea1-66bbc434ad6a', '2026-11-28 11:12:53.185933+00', 1, NULL, 'buddy.accepted', 1, '{"pairId":"01a221db-a075-7334-b6e2-5c380d8d3faf","invitationEventId":"01a221db-a075-7c3e-baea-c96e98196f85"}');
INSERT INTO public.journey_event VALUES (19, '01a221db-a961-7119-8f2a-306233f0ad1e', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8948-79f4-a78c-085bcf9414c5', '01a221db-8890-7da2-89c9-e13f15637df7', '01a221db-9220-7aaa-8e99-4c243dbfbe8a', '2026-11-28 11:12:53.598184+00', 1, NULL, 'buddy.accepted', 1, '{"pairId":"01a221db-a418-75e8-bfed-b161cbe60e3d","invitationEventId":"01a221db-a418-7875-8964-089007d0365c"}');
INSERT INTO public.journey_event VALUES (20, '01a221db-a9c2-7dc9-89bd-7cd19fb9a8cc', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8c4d-75a5-bbcb-24fa7a3336eb', '01a221db-8c32-70c5-888f-462fbb8c960c', '01a221db-947e-7399-a544-ba544e7503aa', '2026-11-28 11:12:53.696289+00', 1, NULL, 'buddy.declined', 1, '{"pairId":"01a221db-a5e3-743b-8024-16c236b91342","invitationEventId":"01a221db-a5e3-7deb-8b80-f3cecb3375a5"}');
INSERT INTO public.journey_event VALUES (21, '01a221db-abef-703c-95af-4d8489704ad1', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8e7b-7cad-878d-744ccc8a1cba', '01a221db-8e63-7d08-aab8-fd16f641942c', '01a221db-8e63-7d08-aab8-fd16f641942c', '2026-11-28 11:12:54.253417+00', 1, NULL, 'buddy.invitation-withdrawn', 1, '{"pairId":"01a221db-a6d3-7c88-bb26-9acfa5dfe21e","invitationEventId":"01a221db-a6d3-7d3b-bcf7-2d664f58836b"}');
INSERT INTO public.journey_event VALUES (22, '01a221db-ad04-754a-8a38-56f93eca779d', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8f93-7a3f-99ed-82e525c1f1bb', '01a221db-8f1e-73c0-ac06-2c9b9234ccb3', '01a221db-8f1e-73c0-ac06-2c9b9234ccb3', '2026-11-28 11:12:54.523818+00', 1, NULL, 'buddy.invited', 1, '{"pairId":"01a221db-ad02-774d-9a54-7d0a84844b5d","invitationId":"01a221db-ad02-7f8a-973b-42e744714160","until":"2026-12-05T11:12:54.5238184+00:00"}');
INSERT INTO public.journey_event VALUES (23, '01a221db-afa9-7d58-baf4-d62e85e3b9f0', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-7d70-78de-9810-c21940c7630e', '01a221db-7a32-7ca6-826f-7911acfa5c57', '01a221db-7a32-7ca6-826f-7911acfa5c57', '2026-11-28 11:12:54.946015+00', 1, NULL, 'evidence.drafted', 1, '{"evidenceId":"01a221db-aec5-7007-9732-8d380f6e7161"}');
INSERT INTO public.journey_event VALUES (24, '01a221db-b0d5-78d3-9d0a-5932dbd9536d', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-7d70-78de-9810-c21940c7630e', '01a221db-7a32-7ca6-826f-7911acfa5c57', '01a221db-7a32-7ca6-826f-7911acfa5c57', '2026-11-28 11:12:55.502032+00', 1, NULL, 'evidence.submitted', 2, '{"evidence":{"id":"01a221db-aec5-7007-9732-8d380f6e7161","revision":1,"behaviourIds":["quiet-voices"]},"kind":"OnTheJob","day":"2026-11-02","files":[]}');
INSERT INTO public.journey_event VALUES (25, '01a221db-b4c1-7915-8180-9f96df4dc434', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-7d70-78de-9810-c21940c7630e', '01a221db-7a32-7ca6-826f-7911acfa5c57', '01a221db-905f-7ece-aea1-66bbc434ad6a', '2026-11-28 11:12:56.272304+00', 1, NULL, 'evidence.attested', 1, '{"evidence":{"id":"01a221db-aec5-7007-9732-8d380f6e7161","revision":1,"behaviourIds":["quiet-voices"]},"attestationId":"01a221db-b3f2-7fb0-aaf9-1c6c63afa877","submissionEventId":"01a221db-b0d5-78d3-9d0a-5932dbd9536d","role":"Buddy"}');
INSERT INTO public.journey_event VALUES (26, '01a221db-b9f0-71c3-8257-d34112123a76', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-7d70-78de-9810-c21940c7630e', '01a221db-7a32-7ca6-826f-7911acfa5c57', '01a221db-7042-77be-a97d-77a4733bc803', '2026-11-28 11:12:57.803479+00', 1, NULL, 'review.confirmed', 1, '{"evidence":{"id":"01a221db-aec5-7007-9732-8d380f6e7161","revision":1,"behaviourIds":["quiet-voices"]},"reviewId":"01a221db-b9d3-78e9-9efd-872e93b06247","submissionEventId":"01a221db-b0d5-78d3-9d0a-5932dbd9536d","points":{"raw":2,"min":0,"max":3}}');
INSERT INTO public.journey_event VALUES (27, '01a221db-b9f0-7a82-919d-3d4155ea3bb0', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-7d70-78de-9810-c21940c7630e', '01a221db-7a32-7ca6-826f-7911acfa5c57', '00000000-0000-0000-0000-000000000000', '2026-11-28 11:12:57.804479+00', 1, NULL, 'nudge.scheduled', 1, '{"nudge":{"id":"e7d151db-eeaf-8be6-ad63-bfb949808779","exerciseId":"first-word","behaviourId":"quiet-voices","channel":"Inbox","step":1,"of":6},"at":"2026-11-30T07:00:00+00:00","ladderId":"01a221db-b9f0-71c3-8257-d34112123a76","ladderFrom":"2026-11-28T11:12:57.8034791+00:00"}');
INSERT INTO public.journey_event VALUES (28, '01a221db-bb01-727f-a494-389957b25231', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-7d70-78de-9810-c21940c7630e', '01a221db-7a32-7ca6-826f-7911acfa5c57', '00000000-0000-0000-0000-000000000000', '2026-11-28 11:12:58.104389+00', 1, NULL, 'grade.sent', 1, '{"postingId":"01a221db-bb01-7665-8e4d-62d7ea648ce8","lineItem":"http://127.0.0.1:34731/moodle/mod/lti/services.php/2/lineitems/477314/lineitem?type_id=1","given":33.33,"maximum":100,"activityProgress":"Completed","gradingProgress":"FullyGraded"}');
INSERT INTO public.journey_event VALUES (29, '01a221db-bb96-73d7-9242-1d7c6b83a0ba', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-7d70-78de-9810-c21940c7630e', '01a221db-7a32-7ca6-826f-7911acfa5c57', '01a221db-7a32-7ca6-826f-7911acfa5c57', '2026-11-28 11:12:58.251093+00', 1, NULL, 'evidence.drafted', 1, '{"evidenceId":"01a221db-bb96-75f4-b2dc-a8853d075c03"}');
INSERT INTO public.journey_event VALUES (30, '01a221db-bc8a-7aad-9c88-8d265a2c2590', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-7d70-78de-9810-c21940c7630e', '01a221db-7a32-7ca6-826f-7911acfa5c57', '01a221db-7a32-7ca6-826f-7911acfa5c57', '2026-11-28 11:12:58.489318+00', 1, NULL, 'evidence.submitted', 2, '{"evidence":{"id":"01a221db-bb96-75f4-b2dc-a8853d075c03","revision":1,"behaviourIds":["quiet-voices"]},"kind":"OnTheJob","day":"2026-11-09","files":[]}');
INSERT INTO public.journey_event VALUES (34, '01a221db-be05-733b-9a15-17fe9db709d3', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8948-79f4-a78c-085bcf9414c5', '01a221db-8890-7da2-89c9-e13f15637df7', '01a221db-8890-7da2-89c9-e13f15637df7', '2026-11-28 11:12:58.883844+00', 1, NULL, 'evidence.drafted', 1, '{"evidenceId":"01a221db-be04-73e6-aee4-5540df981bb4"}');
INSERT INTO public.journey_event VALUES (31, '01a221db-bd91-79e2-9a61-0d0e3aefa31a', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-7d70-78de-9810-c21940c7630e', '01a221db-7a32-7ca6-826f-7911acfa5c57', '01a221db-7042-77be-a97d-77a4733bc803', '2026-11-28 11:12:58.766208+00', 1, NULL, 'review.confirmed', 1, '{"evidence":{"id":"01a221db-bb96-75f4-b2dc-a8853d075c03","revision":1,"behaviourIds":["quiet-voices"]},"reviewId":"01a221db-bd90-7294-bd46-7a57872c106e","submissionEventId":"01a221db-bc8a-7aad-9c88-8d265a2c2590","points":{"raw":3,"min":0,"max":3}}');
INSERT INTO public.journey_event VALUES (32, '01a221db-bd91-789e-a77d-ab17cc3d3016', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-7d70-78de-9810-c21940c7630e', '01a221db-7a32-7ca6-826f-7911acfa5c57', '01a221db-7a32-7ca6-826f-7911acfa5c57', '2026-11-28 11:12:58.767208+00', 1, NULL, 'certification.reached', 1, '{"behaviourId":"quiet-voices","evidenceId":"01a221db-bb96-75f4-b2dc-a8853d075c03","revision":1,"points":{"raw":3,"min":0,"max":3},"confirmationEventId":"01a221db-bd91-79e2-9a61-0d0e3aefa31a","supportingEventIds":["01a221db-b0d5-78d3-9d0a-5932dbd9536d","01a221db-b9f0-71c3-8257-d34112123a76","01a221db-bc8a-7aad-9c88-8d265a2c2590","01a221db-bd91-79e2-9a61-0d0e3aefa31a"],"facilitatorId":"01a221db-7042-77be-a97d-77a4733bc803"}');
INSERT INTO public.journey_event VALUES (33, '01a221db-be09-7444-9165-34c39b7fffc6', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-7d70-78de-9810-c21940c7630e', '01a221db-7a32-7ca6-826f-7911acfa5c57', '00000000-0000-0000-0000-000000000000', '2026-11-28 11:12:58.883039+00', 1, NULL, 'grade.sent', 1, '{"postingId":"01a221db-be09-77b2-a5b6-229e8edfb59e","lineItem":"http://127.0.0.1:34731/moodle/mod/lti/services.php/2/lineitems/477314/lineitem?type_id=1","given":33.33,"maximum":100,"activityProgress":"Completed","gradingProgress":"FullyGraded"}');
INSERT INTO public.journey_event VALUES (37, '01a221db-bede-7efd-b16a-5b97c916ef91', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8acd-71f2-80f0-6bb15a5fe663', '01a221db-89f9-7e0e-91e8-e79e1839ce71', '01a221db-89f9-7e0e-91e8-e79e1839ce71', '2026-11-28 11:12:59.099074+00', 1, NULL, 'evidence.drafted', 1, '{"evidenceId":"01a221db-bedd-797c-ab91-bfbbce9f2f75"}');
INSERT INTO public.journey_event VALUES (40, '01a221db-bfdf-7676-ab58-0f4169fd58b6', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8acd-71f2-80f0-6bb15a5fe663', '01a221db-89f9-7e0e-91e8-e79e1839ce71', '01a221db-89f9-7e0e-91e8-e79e1839ce71', '2026-11-28 11:12:59.357988+00', 1, NULL, 'evidence.revised', 1, '{"evidence":{"id":"01a221db-bedd-797c-ab91-bfbbce9f2f75","revision":2,"behaviourIds":["quiet-voices"]},"previousSubmissionEventId":"01a221db-bf0a-712f-a4cd-61481c3a3691"}');
INSERT INTO public.journey_event VALUES (41, '01a221db-bfde-7a73-b26f-b127e38fe66a', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8acd-71f2-80f0-6bb15a5fe663', '01a221db-89f9-7e0e-91e8-e79e1839ce71', '01a221db-89f9-7e0e-91e8-e79e1839ce71', '2026-11-28 11:12:59.358988+00', 1, NULL, 'evidence.submitted', 2, '{"evidence":{"id":"01a221db-bedd-797c-ab91-bfbbce9f2f75","revision":2,"behaviourIds":["quiet-voices"]},"kind":"OnTheJob","day":"2026-11-28","files":[]}');
INSERT INTO public.journey_event VALUES (46, '01a221db-c214-7f03-852b-2ca2a3f1caa4', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-940e-7756-b867-739966298dc3', '01a221db-93e6-7da3-b52d-de1a7446cc03', '01a221db-93e6-7da3-b52d-de1a7446cc03', '2026-11-28 11:12:59.924088+00', 1, NULL, 'question.asked', 1, '{"questionId":"01a221db-c214-7021-8424-488c1c91a987","audience":"Everybody","answerBy":"2026-12-01T17:00:00+00:00"}');
INSERT INTO public.journey_event VALUES (52, '01a22c28-7f38-759d-ad3d-88a7f5fe710e', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8f93-7a3f-99ed-82e525c1f1bb', '01a221db-8f1e-73c0-ac06-2c9b9234ccb3', '00000000-0000-0000-0000-000000000000', '2026-11-30 11:13:01.240568+00', 2, NULL, 'design.changed', 1, '{"number":2}');
INSERT INTO public.journey_event VALUES (61, '01a22c28-7fd3-7797-9fda-d03d7be3c9dd', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8948-79f4-a78c-085bcf9414c5', '01a221db-8890-7da2-89c9-e13f15637df7', '00000000-0000-0000-0000-000000000000', '2026-11-30 11:13:01.395627+00', 2, NULL, 'design.changed', 1, '{"number":2}');
INSERT INTO public.journey_event VALUES (35, '01a221db-be2c-76b8-8227-5d7bec02c349', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8948-79f4-a78c-085bcf9414c5', '01a221db-8890-7da2-89c9-e13f15637df7', '01a221db-8890-7da2-89c9-e13f15637df7', '2026-11-28 11:12:58.9231+00', 1, NULL, 'evidence.submitted', 2, '{"evidence":{"id":"01a221db-be04-73e6-aee4-5540df981bb4","revision":1,"behaviourIds":["quiet-voices"]},"kind":"OnTheJob","day":"2026-11-28","files":[]}');
INSERT INTO public.journey_event VALUES (39, '01a221db-bf6f-7a55-8368-92cc5a9839ff', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8acd-71f2-80f0-6bb15a5fe663', '01a221db-89f9-7e0e-91e8-e79e1839ce71', '01a221db-7042-77be-a97d-77a4733bc803', '2026-11-28 11:12:59.246027+00', 1, NULL, 'review.returned', 1, '{"evidence":{"id":"01a221db-bedd-797c-ab91-bfbbce9f2f75","revision":1,"behaviourIds":["quiet-voices"]},"reviewId":"01a221db-bf6f-7dfd-8694-cfca08fec572","submissionEventId":"01a221db-bf0a-712f-a4cd-61481c3a3691"}');
INSERT INTO public.journey_event VALUES (42, '01a221db-c02b-78d5-8654-a32277525136', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8c4d-75a5-bbcb-24fa7a3336eb', '01a221db-8c32-70c5-888f-462fbb8c960c', '01a221db-8c32-70c5-888f-462fbb8c960c', '2026-11-28 11:12:59.434722+00', 1, NULL, 'evidence.drafted', 1, '{"evidenceId":"01a221db-c02b-7c34-9e5d-f96eea522026"}');
INSERT INTO public.journey_event VALUES (43, '01a221db-c05a-72f7-8311-ed8374baea31', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8c4d-75a5-bbcb-24fa7a3336eb', '01a221db-8c32-70c5-888f-462fbb8c960c', '01a221db-8c32-70c5-888f-462fbb8c960c', '2026-11-28 11:12:59.478132+00', 1, NULL, 'evidence.submitted', 2, '{"evidence":{"id":"01a221db-c02b-7c34-9e5d-f96eea522026","revision":1,"behaviourIds":["quiet-voices"]},"kind":"OnTheJob","day":"2026-11-28","files":[]}');
INSERT INTO public.journey_event VALUES (47, '01a221db-c315-726f-bffd-8fb99d38894d', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-925a-72cf-a0c3-4a0fae53cfa7', '01a221db-9220-7aaa-8e99-4c243dbfbe8a', '01a221db-7042-77be-a97d-77a4733bc803', '2026-11-28 11:13:00.157649+00', 1, NULL, 'question.answered', 1, '{"questionId":"01a221db-c12d-7438-ac7c-b9ce45b60a99","answerId":"01a221db-c308-7e88-8f4f-ac94deedf07a","askedEventId":"01a221db-c12d-785f-a284-4970346c47bc"}');
INSERT INTO public.journey_event VALUES (50, '01a22c28-7ead-7b74-b44e-876099af09a0', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8e7b-7cad-878d-744ccc8a1cba', '01a221db-8e63-7d08-aab8-fd16f641942c', '00000000-0000-0000-0000-000000000000', '2026-11-30 11:13:01.101706+00', 2, NULL, 'design.changed', 1, '{"number":2}');
INSERT INTO public.journey_event VALUES (54, '01a22c28-7f80-7762-a9c5-ca7129605d09', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-9584-746f-9877-6fca601e5156', '01a221db-9539-7385-b74b-bb9db8392a0d', '00000000-0000-0000-0000-000000000000', '2026-11-30 11:13:01.3124+00', 2, NULL, 'design.changed', 1, '{"number":2}');
INSERT INTO public.journey_event VALUES (57, '01a22c28-7fa8-7602-8f33-c589d8fa107f', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8acd-71f2-80f0-6bb15a5fe663', '01a221db-89f9-7e0e-91e8-e79e1839ce71', '00000000-0000-0000-0000-000000000000', '2026-11-30 11:13:01.352434+00', 2, NULL, 'design.changed', 1, '{"number":2}');
INSERT INTO public.journey_event VALUES (58, '01a22c28-7fb0-739c-9cbd-7cd010013cf3', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-940e-7756-b867-739966298dc3', '01a221db-93e6-7da3-b52d-de1a7446cc03', '00000000-0000-0000-0000-000000000000', '2026-11-30 11:13:01.3605+00', 2, NULL, 'design.changed', 1, '{"number":2}');
INSERT INTO public.journey_event VALUES (60, '01a22c28-7fc6-75a6-b6be-0438aa1eeba5', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8c4d-75a5-bbcb-24fa7a3336eb', '01a221db-8c32-70c5-888f-462fbb8c960c', '00000000-0000-0000-0000-000000000000', '2026-11-30 11:13:01.382394+00', 2, NULL, 'design.changed', 1, '{"number":2}');
INSERT INTO public.journey_event VALUES (36, '01a221db-be9b-7b62-8fcb-524a98fcaa0d', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8948-79f4-a78c-085bcf9414c5', '01a221db-8890-7da2-89c9-e13f15637df7', '01a221db-7042-77be-a97d-77a4733bc803', '2026-11-28 11:12:59.030045+00', 1, NULL, 'review.returned', 1, '{"evidence":{"id":"01a221db-be04-73e6-aee4-5540df981bb4","revision":1,"behaviourIds":["quiet-voices"]},"reviewId":"01a221db-be97-7d7b-9632-ab1042d23375","submissionEventId":"01a221db-be2c-76b8-8227-5d7bec02c349"}');
INSERT INTO public.journey_event VALUES (38, '01a221db-bf0a-712f-a4cd-61481c3a3691', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8acd-71f2-80f0-6bb15a5fe663', '01a221db-89f9-7e0e-91e8-e79e1839ce71', '01a221db-89f9-7e0e-91e8-e79e1839ce71', '2026-11-28 11:12:59.143927+00', 1, NULL, 'evidence.submitted', 2, '{"evidence":{"id":"01a221db-bedd-797c-ab91-bfbbce9f2f75","revision":1,"behaviourIds":["quiet-voices"]},"kind":"OnTheJob","day":"2026-11-28","files":[]}');
INSERT INTO public.journey_event VALUES (44, '01a221db-c0ea-793c-9ebc-72f95ec0c7d1', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8e7b-7cad-878d-744ccc8a1cba', '01a221db-8e63-7d08-aab8-fd16f641942c', '01a221db-8e63-7d08-aab8-fd16f641942c', '2026-11-28 11:12:59.622126+00', 1, NULL, 'evidence.drafted', 1, '{"evidenceId":"01a221db-c0ea-70e2-bc6b-502a77e1b6d1"}');
INSERT INTO public.journey_event VALUES (45, '01a221db-c12d-785f-a284-4970346c47bc', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-925a-72cf-a0c3-4a0fae53cfa7', '01a221db-9220-7aaa-8e99-4c243dbfbe8a', '01a221db-9220-7aaa-8e99-4c243dbfbe8a', '2026-11-28 11:12:59.693714+00', 1, NULL, 'question.asked', 1, '{"questionId":"01a221db-c12d-7438-ac7c-b9ce45b60a99","audience":"Facilitators","answerBy":"2026-12-01T17:00:00+00:00"}');
INSERT INTO public.journey_event VALUES (48, '01a22c28-7cdd-7f5f-82c1-65d2aeb0087a', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-7d70-78de-9810-c21940c7630e', '01a221db-7a32-7ca6-826f-7911acfa5c57', '00000000-0000-0000-0000-000000000000', '2026-11-30 11:13:00.636912+00', 1, NULL, 'nudge.sent', 1, '{"nudge":{"id":"e7d151db-eeaf-8be6-ad63-bfb949808779","exerciseId":"first-word","behaviourId":"quiet-voices","channel":"Inbox","step":1,"of":6}}');
INSERT INTO public.journey_event VALUES (49, '01a22c28-7cdd-7fe5-a6ad-7400f025e1c9', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-7d70-78de-9810-c21940c7630e', '01a221db-7a32-7ca6-826f-7911acfa5c57', '00000000-0000-0000-0000-000000000000', '2026-11-30 11:13:00.637912+00', 1, NULL, 'nudge.scheduled', 1, '{"nudge":{"id":"c7215dc7-bdda-8911-96c6-b1fa8a1724d6","exerciseId":"first-word","behaviourId":"quiet-voices","channel":"Inbox","step":2,"of":6},"at":"2026-12-01T11:12:57.8034791+00:00","ladderId":"01a221db-b9f0-71c3-8257-d34112123a76","ladderFrom":"2026-11-28T11:12:57.8034791+00:00"}');
INSERT INTO public.journey_event VALUES (51, '01a22c28-7ee0-7a55-8ce3-0c18eb8440d3', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-7d70-78de-9810-c21940c7630e', '01a221db-7a32-7ca6-826f-7911acfa5c57', '00000000-0000-0000-0000-000000000000', '2026-11-30 11:13:01.15199+00', 2, NULL, 'design.changed', 1, '{"number":2}');
INSERT INTO public.journey_event VALUES (53, '01a22c28-7f66-74f7-9caa-5b4def69a2b2', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-963f-75fb-b21b-159f2b9fb487', '01a221db-9601-77e4-acc3-fb405fb8f7c9', '00000000-0000-0000-0000-000000000000', '2026-11-30 11:13:01.286808+00', 2, NULL, 'design.changed', 1, '{"number":2}');
INSERT INTO public.journey_event VALUES (55, '01a22c28-7f90-7c4d-85be-21cac839aecf', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-9095-76aa-b511-a60dfe3dfca7', '01a221db-905f-7ece-aea1-66bbc434ad6a', '00000000-0000-0000-0000-000000000000', '2026-11-30 11:13:01.32846+00', 2, NULL, 'design.changed', 1, '{"number":2}');
INSERT INTO public.journey_event VALUES (56, '01a22c28-7f9b-7935-a0a4-97ce4ba33ebb', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-94a5-739b-b697-bead64d695fc', '01a221db-947e-7399-a544-ba544e7503aa', '00000000-0000-0000-0000-000000000000', '2026-11-30 11:13:01.339726+00', 2, NULL, 'design.changed', 1, '{"number":2}');
INSERT INTO public.journey_event VALUES (59, '01a22c28-7fbb-7f04-84a9-c8e6c468490e', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-925a-72cf-a0c3-4a0fae53cfa7', '01a221db-9220-7aaa-8e99-4c243dbfbe8a', '00000000-0000-0000-0000-000000000000', '2026-11-30 11:13:01.371067+00', 2, NULL, 'design.changed', 1, '{"number":2}');


--
-- Data for Name: learning_group; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.learning_group VALUES ('01a221db-a496-7ff2-9483-f1fbba40abd7', 'BuddyPair', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8acd-71f2-80f0-6bb15a5fe663', 'Forming', '2026-11-28 11:12:52.371764+00', NULL);
INSERT INTO public.learning_group VALUES ('01a221db-a075-7334-b6e2-5c380d8d3faf', 'BuddyPair', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-7d70-78de-9810-c21940c7630e', 'Active', '2026-11-28 11:12:51.294048+00', NULL);
INSERT INTO public.learning_group VALUES ('01a221db-a418-75e8-bfed-b161cbe60e3d', 'BuddyPair', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8948-79f4-a78c-085bcf9414c5', 'Active', '2026-11-28 11:12:52.247069+00', NULL);
INSERT INTO public.learning_group VALUES ('01a221db-a5e3-743b-8024-16c236b91342', 'BuddyPair', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8c4d-75a5-bbcb-24fa7a3336eb', 'Ended', '2026-11-28 11:12:52.70686+00', '2026-11-28 11:12:53.696289+00');
INSERT INTO public.learning_group VALUES ('01a221db-a6d3-7c88-bb26-9acfa5dfe21e', 'BuddyPair', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8e7b-7cad-878d-744ccc8a1cba', 'Ended', '2026-11-28 11:12:52.941237+00', '2026-11-28 11:12:54.253417+00');
INSERT INTO public.learning_group VALUES ('01a221db-ad02-774d-9a54-7d0a84844b5d', 'BuddyPair', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8f93-7a3f-99ed-82e525c1f1bb', 'Forming', '2026-11-28 11:12:54.523818+00', NULL);


--
-- Data for Name: lrs_activity; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.lrs_activity VALUES ('http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196', '{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}');
INSERT INTO public.lrs_activity VALUES ('http://127.0.0.1:34731/moodle/course/view.php?id=2', '{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}');
INSERT INTO public.lrs_activity VALUES ('https://w3id.org/xapi/learning-buddy/v1.0', '{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}');
INSERT INTO public.lrs_activity VALUES ('http://localhost:39507/xapi/activities/pairings/01a221db-a075-7334-b6e2-5c380d8d3faf', '{"type":"https://w3id.org/xapi/learning-buddy/activity-types/buddy-pairing","name":{"en":"Learning-buddy pairing"}}');
INSERT INTO public.lrs_activity VALUES ('http://localhost:39507/xapi/activities/pairings/01a221db-a418-75e8-bfed-b161cbe60e3d', '{"type":"https://w3id.org/xapi/learning-buddy/activity-types/buddy-pairing","name":{"en":"Learning-buddy pairing"}}');
INSERT INTO public.lrs_activity VALUES ('http://localhost:39507/xapi/activities/pairings/01a221db-a496-7ff2-9483-f1fbba40abd7', '{"type":"https://w3id.org/xapi/learning-buddy/activity-types/buddy-pairing","name":{"en":"Learning-buddy pairing"}}');
INSERT INTO public.lrs_activity VALUES ('http://localhost:39507/xapi/activities/pairings/01a221db-a5e3-743b-8024-16c236b91342', '{"type":"https://w3id.org/xapi/learning-buddy/activity-types/buddy-pairing","name":{"en":"Learning-buddy pairing"}}');
INSERT INTO public.lrs_activity VALUES ('http://localhost:39507/xapi/activities/pairings/01a221db-a6d3-7c88-bb26-9acfa5dfe21e', '{"type":"https://w3id.org/xapi/learning-buddy/activity-types/buddy-pairing","name":{"en":"Learning-buddy pairing"}}');
INSERT INTO public.lrs_activity VALUES ('http://localhost:39507/xapi/activities/pairings/01a221db-ad02-774d-9a54-7d0a84844b5d', '{"type":"https://w3id.org/xapi/learning-buddy/activity-types/buddy-pairing","name":{"en":"Learning-buddy pairing"}}');
INSERT INTO public.lrs_activity VALUES ('http://localhost:39507/xapi/activities/statements/01a221db-7a53-740d-b9c6-616e1b182196/quiet-voices', '{"type":"https://w3id.org/xapi/tla/activity-types/competency","name":{"en":"Draws out quiet voices"}}');
INSERT INTO public.lrs_activity VALUES ('http://localhost:39507/xapi/activities/evidence/01a221db-aec5-7007-9732-8d380f6e7161', '{"type":"https://w3id.org/xapi/learning-buddy/activity-types/practice-evidence","name":{"en":"Weekly call, seven people, two never speak."}}');
INSERT INTO public.lrs_activity VALUES ('http://localhost:39507/xapi/activities/evidence/01a221db-bb96-75f4-b2dc-a8853d075c03', '{"type":"https://w3id.org/xapi/learning-buddy/activity-types/practice-evidence","name":{"en":"Weekly call, seven people, two never speak."}}');
INSERT INTO public.lrs_activity VALUES ('http://localhost:39507/xapi/activities/evidence/01a221db-be04-73e6-aee4-5540df981bb4', '{"type":"https://w3id.org/xapi/learning-buddy/activity-types/practice-evidence","name":{"en":"Weekly call, seven people, two never speak."}}');
INSERT INTO public.lrs_activity VALUES ('http://localhost:39507/xapi/activities/evidence/01a221db-bedd-797c-ab91-bfbbce9f2f75', '{"type":"https://w3id.org/xapi/learning-buddy/activity-types/practice-evidence","name":{"en":"Practice evidence 9f2f75"}}');
INSERT INTO public.lrs_activity VALUES ('http://localhost:39507/xapi/activities/evidence/01a221db-c02b-7c34-9e5d-f96eea522026', '{"type":"https://w3id.org/xapi/learning-buddy/activity-types/practice-evidence","name":{"en":"Practice evidence 522026"}}');
INSERT INTO public.lrs_activity VALUES ('http://localhost:39507/xapi/activities/questions/01a221db-c12d-7438-ac7c-b9ce45b60a99', '{"type":"http://adlnet.gov/expapi/activities/question","name":{"en":"Question"}}');
INSERT INTO public.lrs_activity VALUES ('http://localhost:39507/xapi/activities/questions/01a221db-c214-7021-8424-488c1c91a987', '{"type":"http://adlnet.gov/expapi/activities/question","name":{"en":"Question"}}');


--
-- Data for Name: lrs_attachment; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: lrs_credential; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: lrs_document; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: lrs_fact; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.lrs_fact VALUES (1, -2032710997384320549, 1995404);
INSERT INTO public.lrs_fact VALUES (2, -2032710997384320549, 1995404);
INSERT INTO public.lrs_fact VALUES (3, -2032710997384320549, 1995404);
INSERT INTO public.lrs_fact VALUES (4, -2032710997384320549, 1995404);
INSERT INTO public.lrs_fact VALUES (5, -2032710997384320549, 1995404);
INSERT INTO public.lrs_fact VALUES (6, -2032710997384320549, 1995404);
INSERT INTO public.lrs_fact VALUES (7, -2032710997384320549, 1995404);
INSERT INTO public.lrs_fact VALUES (8, -2032710997384320549, 1995404);
INSERT INTO public.lrs_fact VALUES (9, -2032710997384320549, 1995404);
INSERT INTO public.lrs_fact VALUES (10, -2032710997384320549, 1995404);
INSERT INTO public.lrs_fact VALUES (11, -2032710997384320549, 1995404);
INSERT INTO public.lrs_fact VALUES (12, -2032710997384320549, 1995404);
INSERT INTO public.lrs_fact VALUES (13, 8678729592909616926, 1995404);
INSERT INTO public.lrs_fact VALUES (14, 8678729592909616926, 1995404);
INSERT INTO public.lrs_fact VALUES (15, 8678729592909616926, 1995404);
INSERT INTO public.lrs_fact VALUES (16, 8678729592909616926, 1995404);
INSERT INTO public.lrs_fact VALUES (17, 8678729592909616926, 1995404);
INSERT INTO public.lrs_fact VALUES (18, -5765750914185546161, 1995404);
INSERT INTO public.lrs_fact VALUES (19, -5765750914185546161, 1995404);
INSERT INTO public.lrs_fact VALUES (20, 3509098646183565409, 1995404);
INSERT INTO public.lrs_fact VALUES (21, -6682281412696083563, 1995404);
INSERT INTO public.lrs_fact VALUES (22, 8678729592909616926, 1995404);
INSERT INTO public.lrs_fact VALUES (23, 93879203741911395, 1995404);
INSERT INTO public.lrs_fact VALUES (24, 9062085912484026109, 1995404);
INSERT INTO public.lrs_fact VALUES (25, 1950502611303699305, 1995404);
INSERT INTO public.lrs_fact VALUES (26, 93879203741911395, 1995404);
INSERT INTO public.lrs_fact VALUES (27, -8898108271953263946, 1995404);
INSERT INTO public.lrs_fact VALUES (28, 1950502611303699305, 1995404);
INSERT INTO public.lrs_fact VALUES (29, 93879203741911395, 1995404);
INSERT INTO public.lrs_fact VALUES (30, -3316496817123462874, 1995404);
INSERT INTO public.lrs_fact VALUES (31, 93879203741911395, 1995404);
INSERT INTO public.lrs_fact VALUES (32, -3316496817123462874, 1995404);
INSERT INTO public.lrs_fact VALUES (33, 93879203741911395, 1995404);
INSERT INTO public.lrs_fact VALUES (34, -4015947382430918652, 1995404);
INSERT INTO public.lrs_fact VALUES (35, 93879203741911395, 1995404);
INSERT INTO public.lrs_fact VALUES (36, -3851952271373188159, 1995404);
INSERT INTO public.lrs_fact VALUES (37, -3851952271373188159, 1995404);
INSERT INTO public.lrs_fact VALUES (38, 5212075702661458578, 1995404);


--
-- Data for Name: lrs_reference; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: lrs_schema; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.lrs_schema VALUES (4);


--
-- Data for Name: lrs_statement; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.lrs_statement VALUES (1, 'a565260e-2849-5462-8188-33b67c2e988a', 1795864365405, 4698002970558411927, '{"id":"a565260e-2849-5462-8188-33b67c2e988a","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6000"}},"verb":{"id":"http://adlnet.gov/expapi/verbs/initialized","display":{"en":"started"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}},"context":{"registration":"c332ae7e-e88a-5c71-b140-a6244354fb4c","contextActivities":{"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}]},"platform":"Learning Buddy","language":"en"},"timestamp":"2026-11-28T11:12:42.293Z","stored":"2026-11-28T11:12:45.405Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (2, 'c5d5ddce-c525-59dd-b64e-d84b770ca157', 1795864365818, 4698002970558411927, '{"id":"c5d5ddce-c525-59dd-b64e-d84b770ca157","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6001"}},"verb":{"id":"http://adlnet.gov/expapi/verbs/initialized","display":{"en":"started"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}},"context":{"registration":"661a6e2e-cb7c-5fe9-8a41-9f7bec0dfe73","contextActivities":{"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}]},"platform":"Learning Buddy","language":"en"},"timestamp":"2026-11-28T11:12:45.382Z","stored":"2026-11-28T11:12:45.818Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (3, '6223ec68-f03c-54d5-a0bf-acd491b54451', 1795864366114, 4698002970558411927, '{"id":"6223ec68-f03c-54d5-a0bf-acd491b54451","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6002"}},"verb":{"id":"http://adlnet.gov/expapi/verbs/initialized","display":{"en":"started"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}},"context":{"registration":"6cbc707e-5f90-5fe7-8be0-1a638367e1bc","contextActivities":{"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}]},"platform":"Learning Buddy","language":"en"},"timestamp":"2026-11-28T11:12:45.738Z","stored":"2026-11-28T11:12:46.114Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (4, '84957ac1-4aff-56f5-9731-9e668360a94e', 1795864366677, 4698002970558411927, '{"id":"84957ac1-4aff-56f5-9731-9e668360a94e","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6003"}},"verb":{"id":"http://adlnet.gov/expapi/verbs/initialized","display":{"en":"started"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}},"context":{"registration":"7e0f9b30-9dde-5d42-995f-b917becce39d","contextActivities":{"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}]},"platform":"Learning Buddy","language":"en"},"timestamp":"2026-11-28T11:12:46.149Z","stored":"2026-11-28T11:12:46.677Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (5, '3153f65e-89c4-5a8f-ab1e-b63171131be8', 1795864366747, 4698002970558411927, '{"id":"3153f65e-89c4-5a8f-ab1e-b63171131be8","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6004"}},"verb":{"id":"http://adlnet.gov/expapi/verbs/initialized","display":{"en":"started"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}},"context":{"registration":"71051b8a-291b-5ef8-9650-fe401b822d31","contextActivities":{"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}]},"platform":"Learning Buddy","language":"en"},"timestamp":"2026-11-28T11:12:46.714Z","stored":"2026-11-28T11:12:46.747Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (6, '6384e1fa-8fae-57ac-9bcc-fba520b51246', 1795864367054, 4698002970558411927, '{"id":"6384e1fa-8fae-57ac-9bcc-fba520b51246","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6005"}},"verb":{"id":"http://adlnet.gov/expapi/verbs/initialized","display":{"en":"started"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}},"context":{"registration":"96e149fb-84c3-5a36-a006-73197eba9cb5","contextActivities":{"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}]},"platform":"Learning Buddy","language":"en"},"timestamp":"2026-11-28T11:12:46.994Z","stored":"2026-11-28T11:12:47.054Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (7, '178d1075-78a7-5e36-9bc1-059ed9aea158', 1795864367604, 4698002970558411927, '{"id":"178d1075-78a7-5e36-9bc1-059ed9aea158","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6006"}},"verb":{"id":"http://adlnet.gov/expapi/verbs/initialized","display":{"en":"started"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}},"context":{"registration":"fe555f82-c41e-53dd-963d-f830fce1de96","contextActivities":{"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}]},"platform":"Learning Buddy","language":"en"},"timestamp":"2026-11-28T11:12:47.252Z","stored":"2026-11-28T11:12:47.604Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (8, 'd2511d45-fa91-5134-b3f9-e063f15074c1', 1795864368073, 4698002970558411927, '{"id":"d2511d45-fa91-5134-b3f9-e063f15074c1","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6007"}},"verb":{"id":"http://adlnet.gov/expapi/verbs/initialized","display":{"en":"started"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}},"context":{"registration":"2b6c1644-d6c1-5362-aa17-8b2709cb7e3c","contextActivities":{"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}]},"platform":"Learning Buddy","language":"en"},"timestamp":"2026-11-28T11:12:47.702Z","stored":"2026-11-28T11:12:48.073Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (9, 'edab5a63-0092-5449-b206-7d183e3314e5', 1795864368262, 4698002970558411927, '{"id":"edab5a63-0092-5449-b206-7d183e3314e5","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6008"}},"verb":{"id":"http://adlnet.gov/expapi/verbs/initialized","display":{"en":"started"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}},"context":{"registration":"cdb427ab-fff9-56a2-8bea-6ae4ce73d667","contextActivities":{"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}]},"platform":"Learning Buddy","language":"en"},"timestamp":"2026-11-28T11:12:48.121Z","stored":"2026-11-28T11:12:48.262Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (10, '0d0dc4fc-f188-5a71-ace8-7530230159f6', 1795864368419, 4698002970558411927, '{"id":"0d0dc4fc-f188-5a71-ace8-7530230159f6","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6009"}},"verb":{"id":"http://adlnet.gov/expapi/verbs/initialized","display":{"en":"started"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}},"context":{"registration":"05b19984-ac9f-57e5-b720-fb522763e57e","contextActivities":{"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}]},"platform":"Learning Buddy","language":"en"},"timestamp":"2026-11-28T11:12:48.289Z","stored":"2026-11-28T11:12:48.419Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (11, 'bf7a373c-3424-565d-93e0-bd498a501362', 1795864368644, 4698002970558411927, '{"id":"bf7a373c-3424-565d-93e0-bd498a501362","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6010"}},"verb":{"id":"http://adlnet.gov/expapi/verbs/initialized","display":{"en":"started"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}},"context":{"registration":"b1df40ef-7fc8-584e-8e51-3c822cf12c62","contextActivities":{"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}]},"platform":"Learning Buddy","language":"en"},"timestamp":"2026-11-28T11:12:48.490Z","stored":"2026-11-28T11:12:48.644Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (12, '19b70945-fc62-592f-a054-1c24d496b0a4', 1795864368993, 4698002970558411927, '{"id":"19b70945-fc62-592f-a054-1c24d496b0a4","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6011"}},"verb":{"id":"http://adlnet.gov/expapi/verbs/initialized","display":{"en":"started"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}},"context":{"registration":"bc6a0351-901b-5ba2-a954-bfcee34b5bfd","contextActivities":{"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}]},"platform":"Learning Buddy","language":"en"},"timestamp":"2026-11-28T11:12:48.685Z","stored":"2026-11-28T11:12:48.993Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (13, '970699e0-31fc-5487-aca4-947502594f25', 1795864372144, 4698002970558411927, '{"id":"970699e0-31fc-5487-aca4-947502594f25","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6000"}},"verb":{"id":"http://activitystrea.ms/invite","display":{"en":"invited"}},"object":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6006"}},"context":{"registration":"c332ae7e-e88a-5c71-b140-a6244354fb4c","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}],"other":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/pairings/01a221db-a075-7334-b6e2-5c380d8d3faf","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/buddy-pairing","name":{"en":"Learning-buddy pairing"}}}]},"contextAgents":[{"objectType":"contextAgent","agent":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6006"}},"relevantTypes":["https://w3id.org/xapi/learning-buddy/roles/learning-buddy"]}],"language":"en","extensions":{"http://id.tincanapi.com/extension/target":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/pairings/01a221db-a075-7334-b6e2-5c380d8d3faf","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/buddy-pairing","name":{"en":"Learning-buddy pairing"}}}}},"timestamp":"2026-11-28T11:12:51.294Z","stored":"2026-11-28T11:12:52.144Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (14, '61fc60d3-7a68-50bd-935d-028135a7e182', 1795864372329, 4698002970558411927, '{"id":"61fc60d3-7a68-50bd-935d-028135a7e182","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6001"}},"verb":{"id":"http://activitystrea.ms/invite","display":{"en":"invited"}},"object":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6007"}},"context":{"registration":"661a6e2e-cb7c-5fe9-8a41-9f7bec0dfe73","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}],"other":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/pairings/01a221db-a418-75e8-bfed-b161cbe60e3d","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/buddy-pairing","name":{"en":"Learning-buddy pairing"}}}]},"contextAgents":[{"objectType":"contextAgent","agent":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6007"}},"relevantTypes":["https://w3id.org/xapi/learning-buddy/roles/learning-buddy"]}],"language":"en","extensions":{"http://id.tincanapi.com/extension/target":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/pairings/01a221db-a418-75e8-bfed-b161cbe60e3d","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/buddy-pairing","name":{"en":"Learning-buddy pairing"}}}}},"timestamp":"2026-11-28T11:12:52.247Z","stored":"2026-11-28T11:12:52.329Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (15, 'b15ed592-593a-5032-bd02-54f7c0323389', 1795864372422, 4698002970558411927, '{"id":"b15ed592-593a-5032-bd02-54f7c0323389","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6002"}},"verb":{"id":"http://activitystrea.ms/invite","display":{"en":"invited"}},"object":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6008"}},"context":{"registration":"6cbc707e-5f90-5fe7-8be0-1a638367e1bc","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}],"other":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/pairings/01a221db-a496-7ff2-9483-f1fbba40abd7","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/buddy-pairing","name":{"en":"Learning-buddy pairing"}}}]},"contextAgents":[{"objectType":"contextAgent","agent":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6008"}},"relevantTypes":["https://w3id.org/xapi/learning-buddy/roles/learning-buddy"]}],"language":"en","extensions":{"http://id.tincanapi.com/extension/target":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/pairings/01a221db-a496-7ff2-9483-f1fbba40abd7","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/buddy-pairing","name":{"en":"Learning-buddy pairing"}}}}},"timestamp":"2026-11-28T11:12:52.371Z","stored":"2026-11-28T11:12:52.422Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (16, '93fe9fb9-273b-5d22-b0b3-900e7dbca8d3', 1795864372740, 4698002970558411927, '{"id":"93fe9fb9-273b-5d22-b0b3-900e7dbca8d3","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6003"}},"verb":{"id":"http://activitystrea.ms/invite","display":{"en":"invited"}},"object":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6009"}},"context":{"registration":"7e0f9b30-9dde-5d42-995f-b917becce39d","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}],"other":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/pairings/01a221db-a5e3-743b-8024-16c236b91342","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/buddy-pairing","name":{"en":"Learning-buddy pairing"}}}]},"contextAgents":[{"objectType":"contextAgent","agent":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6009"}},"relevantTypes":["https://w3id.org/xapi/learning-buddy/roles/learning-buddy"]}],"language":"en","extensions":{"http://id.tincanapi.com/extension/target":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/pairings/01a221db-a5e3-743b-8024-16c236b91342","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/buddy-pairing","name":{"en":"Learning-buddy pairing"}}}}},"timestamp":"2026-11-28T11:12:52.706Z","stored":"2026-11-28T11:12:52.740Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (17, '14d2f876-8922-5a54-ae86-fc0d9d612ff6', 1795864373025, 4698002970558411927, '{"id":"14d2f876-8922-5a54-ae86-fc0d9d612ff6","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6004"}},"verb":{"id":"http://activitystrea.ms/invite","display":{"en":"invited"}},"object":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6010"}},"context":{"registration":"71051b8a-291b-5ef8-9650-fe401b822d31","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}],"other":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/pairings/01a221db-a6d3-7c88-bb26-9acfa5dfe21e","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/buddy-pairing","name":{"en":"Learning-buddy pairing"}}}]},"contextAgents":[{"objectType":"contextAgent","agent":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6010"}},"relevantTypes":["https://w3id.org/xapi/learning-buddy/roles/learning-buddy"]}],"language":"en","extensions":{"http://id.tincanapi.com/extension/target":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/pairings/01a221db-a6d3-7c88-bb26-9acfa5dfe21e","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/buddy-pairing","name":{"en":"Learning-buddy pairing"}}}}},"timestamp":"2026-11-28T11:12:52.941Z","stored":"2026-11-28T11:12:53.025Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (18, '2c1854a0-1986-5138-a8ef-3f4a6b6f91d3', 1795864373478, 4698002970558411927, '{"id":"2c1854a0-1986-5138-a8ef-3f4a6b6f91d3","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6006"}},"verb":{"id":"http://activitystrea.ms/accept","display":{"en":"accepted"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/pairings/01a221db-a075-7334-b6e2-5c380d8d3faf","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/buddy-pairing","name":{"en":"Learning-buddy pairing"}}},"context":{"registration":"c332ae7e-e88a-5c71-b140-a6244354fb4c","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}]},"contextAgents":[{"objectType":"contextAgent","agent":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6000"}},"relevantTypes":["https://w3id.org/xapi/learning-buddy/roles/learner"]}],"platform":"Learning Buddy","language":"en","statement":{"objectType":"StatementRef","id":"970699e0-31fc-5487-aca4-947502594f25"}},"timestamp":"2026-11-28T11:12:53.185Z","stored":"2026-11-28T11:12:53.478Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (28, '7c194b3b-49ba-595e-ba15-b9c2632fbb39', 1795864378834, 4698002970558411927, '{"id":"7c194b3b-49ba-595e-ba15-b9c2632fbb39","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"3"}},"verb":{"id":"http://activitystrea.ms/approve","display":{"en":"confirmed"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/evidence/01a221db-bb96-75f4-b2dc-a8853d075c03","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/practice-evidence","name":{"en":"Weekly call, seven people, two never speak."}}},"result":{"score":{"scaled":1,"raw":3,"min":0,"max":3},"success":true,"response":"You waited, and said her name.\nNext time, ask two people."},"context":{"registration":"c332ae7e-e88a-5c71-b140-a6244354fb4c","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}],"other":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/statements/01a221db-7a53-740d-b9c6-616e1b182196/quiet-voices","definition":{"type":"https://w3id.org/xapi/tla/activity-types/competency","name":{"en":"Draws out quiet voices"}}}]},"contextAgents":[{"objectType":"contextAgent","agent":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6000"}},"relevantTypes":["https://w3id.org/xapi/learning-buddy/roles/learner"]}],"revision":"1","platform":"Learning Buddy","language":"en","statement":{"objectType":"StatementRef","id":"665b3167-9a89-581c-bb33-016df1e7133b"}},"timestamp":"2026-11-28T11:12:58.766Z","stored":"2026-11-28T11:12:58.834Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (19, '8944409f-2cd6-5136-995e-b4547661f112', 1795864373650, 4698002970558411927, '{"id":"8944409f-2cd6-5136-995e-b4547661f112","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6007"}},"verb":{"id":"http://activitystrea.ms/accept","display":{"en":"accepted"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/pairings/01a221db-a418-75e8-bfed-b161cbe60e3d","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/buddy-pairing","name":{"en":"Learning-buddy pairing"}}},"context":{"registration":"661a6e2e-cb7c-5fe9-8a41-9f7bec0dfe73","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}]},"contextAgents":[{"objectType":"contextAgent","agent":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6001"}},"relevantTypes":["https://w3id.org/xapi/learning-buddy/roles/learner"]}],"platform":"Learning Buddy","language":"en","statement":{"objectType":"StatementRef","id":"61fc60d3-7a68-50bd-935d-028135a7e182"}},"timestamp":"2026-11-28T11:12:53.598Z","stored":"2026-11-28T11:12:53.650Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (20, '1b69fa4a-98e3-57d0-a12d-920d4fad92f7', 1795864373851, 4698002970558411927, '{"id":"1b69fa4a-98e3-57d0-a12d-920d4fad92f7","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6009"}},"verb":{"id":"http://activitystrea.ms/reject","display":{"en":"declined"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/pairings/01a221db-a5e3-743b-8024-16c236b91342","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/buddy-pairing","name":{"en":"Learning-buddy pairing"}}},"context":{"registration":"7e0f9b30-9dde-5d42-995f-b917becce39d","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}]},"contextAgents":[{"objectType":"contextAgent","agent":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6003"}},"relevantTypes":["https://w3id.org/xapi/learning-buddy/roles/learner"]}],"platform":"Learning Buddy","language":"en","statement":{"objectType":"StatementRef","id":"93fe9fb9-273b-5d22-b0b3-900e7dbca8d3"}},"timestamp":"2026-11-28T11:12:53.696Z","stored":"2026-11-28T11:12:53.851Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (21, '433fb840-6ae2-55af-8804-60693ffd6caf', 1795864374318, 4698002970558411927, '{"id":"433fb840-6ae2-55af-8804-60693ffd6caf","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6004"}},"verb":{"id":"http://activitystrea.ms/cancel","display":{"en":"cancelled"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/pairings/01a221db-a6d3-7c88-bb26-9acfa5dfe21e","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/buddy-pairing","name":{"en":"Learning-buddy pairing"}}},"context":{"registration":"71051b8a-291b-5ef8-9650-fe401b822d31","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}]},"platform":"Learning Buddy","language":"en","statement":{"objectType":"StatementRef","id":"14d2f876-8922-5a54-ae86-fc0d9d612ff6"}},"timestamp":"2026-11-28T11:12:54.253Z","stored":"2026-11-28T11:12:54.318Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (22, 'ebcf0bd7-5a6e-59cb-b853-b0e6c7c99abf', 1795864374750, 4698002970558411927, '{"id":"ebcf0bd7-5a6e-59cb-b853-b0e6c7c99abf","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6005"}},"verb":{"id":"http://activitystrea.ms/invite","display":{"en":"invited"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/pairings/01a221db-ad02-774d-9a54-7d0a84844b5d","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/buddy-pairing","name":{"en":"Learning-buddy pairing"}}},"context":{"registration":"96e149fb-84c3-5a36-a006-73197eba9cb5","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}]},"platform":"Learning Buddy","language":"en"},"timestamp":"2026-11-28T11:12:54.523Z","stored":"2026-11-28T11:12:54.750Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (23, 'b46f10d4-39df-5278-ba6c-6dd6a60a9dd9', 1795864375768, 4698002970558411927, '{"id":"b46f10d4-39df-5278-ba6c-6dd6a60a9dd9","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6000"}},"verb":{"id":"http://activitystrea.ms/submit","display":{"en":"submitted"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/evidence/01a221db-aec5-7007-9732-8d380f6e7161","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/practice-evidence","name":{"en":"Practice evidence 6e7161"}}},"result":{"completion":true},"context":{"registration":"c332ae7e-e88a-5c71-b140-a6244354fb4c","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}],"other":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/statements/01a221db-7a53-740d-b9c6-616e1b182196/quiet-voices","definition":{"type":"https://w3id.org/xapi/tla/activity-types/competency","name":{"en":"Draws out quiet voices"}}}]},"revision":"1","platform":"Learning Buddy","language":"en","extensions":{"https://w3id.org/xapi/learning-buddy/extensions/evidence":{"kind":"on-the-job","attachmentCount":0,"appliedOn":"2026-11-02"}}},"timestamp":"2026-11-28T11:12:55.502Z","stored":"2026-11-28T11:12:55.768Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (24, 'a181f4ef-6dcf-5e0e-a9b2-8247e2d0ce4d', 1795864377094, 4698002970558411927, '{"id":"a181f4ef-6dcf-5e0e-a9b2-8247e2d0ce4d","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6006"}},"verb":{"id":"http://activitystrea.ms/confirm","display":{"en":"attested"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/evidence/01a221db-aec5-7007-9732-8d380f6e7161","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/practice-evidence","name":{"en":"Weekly call, seven people, two never speak."}}},"context":{"registration":"c332ae7e-e88a-5c71-b140-a6244354fb4c","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}],"other":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/statements/01a221db-7a53-740d-b9c6-616e1b182196/quiet-voices","definition":{"type":"https://w3id.org/xapi/tla/activity-types/competency","name":{"en":"Draws out quiet voices"}}}]},"contextAgents":[{"objectType":"contextAgent","agent":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6000"}},"relevantTypes":["https://w3id.org/xapi/learning-buddy/roles/learner"]}],"platform":"Learning Buddy","language":"en","statement":{"objectType":"StatementRef","id":"b46f10d4-39df-5278-ba6c-6dd6a60a9dd9"},"extensions":{"https://w3id.org/xapi/learning-buddy/extensions/reviewer-role":"buddy"}},"timestamp":"2026-11-28T11:12:56.272Z","stored":"2026-11-28T11:12:57.094Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (25, '8ec4a8ae-b242-5898-a40d-9eb2570984b1', 1795864378016, 4698002970558411927, '{"id":"8ec4a8ae-b242-5898-a40d-9eb2570984b1","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"3"}},"verb":{"id":"http://activitystrea.ms/approve","display":{"en":"confirmed"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/evidence/01a221db-aec5-7007-9732-8d380f6e7161","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/practice-evidence","name":{"en":"Weekly call, seven people, two never speak."}}},"result":{"score":{"scaled":0.6666666666666666,"raw":2,"min":0,"max":3},"success":true,"response":"You waited, and said her name.\nNext time, ask two people."},"context":{"registration":"c332ae7e-e88a-5c71-b140-a6244354fb4c","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}],"other":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/statements/01a221db-7a53-740d-b9c6-616e1b182196/quiet-voices","definition":{"type":"https://w3id.org/xapi/tla/activity-types/competency","name":{"en":"Draws out quiet voices"}}}]},"contextAgents":[{"objectType":"contextAgent","agent":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6000"}},"relevantTypes":["https://w3id.org/xapi/learning-buddy/roles/learner"]}],"revision":"1","platform":"Learning Buddy","language":"en","statement":{"objectType":"StatementRef","id":"b46f10d4-39df-5278-ba6c-6dd6a60a9dd9"}},"timestamp":"2026-11-28T11:12:57.803Z","stored":"2026-11-28T11:12:58.016Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (26, '665b3167-9a89-581c-bb33-016df1e7133b', 1795864378577, 4698002970558411927, '{"id":"665b3167-9a89-581c-bb33-016df1e7133b","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6000"}},"verb":{"id":"http://activitystrea.ms/submit","display":{"en":"submitted"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/evidence/01a221db-bb96-75f4-b2dc-a8853d075c03","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/practice-evidence","name":{"en":"Practice evidence 075c03"}}},"result":{"completion":true},"context":{"registration":"c332ae7e-e88a-5c71-b140-a6244354fb4c","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}],"other":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/statements/01a221db-7a53-740d-b9c6-616e1b182196/quiet-voices","definition":{"type":"https://w3id.org/xapi/tla/activity-types/competency","name":{"en":"Draws out quiet voices"}}}]},"revision":"1","platform":"Learning Buddy","language":"en","extensions":{"https://w3id.org/xapi/learning-buddy/extensions/evidence":{"kind":"on-the-job","attachmentCount":0,"appliedOn":"2026-11-09"}}},"timestamp":"2026-11-28T11:12:58.489Z","stored":"2026-11-28T11:12:58.577Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (27, 'db3d4e25-5159-5e0b-83cc-3f2235ab4c9b', 1795864378834, 4698002970558411927, '{"id":"db3d4e25-5159-5e0b-83cc-3f2235ab4c9b","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6000"}},"verb":{"id":"https://w3id.org/xapi/tla/verbs/achieved","display":{"en":"achieved"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/statements/01a221db-7a53-740d-b9c6-616e1b182196/quiet-voices","definition":{"type":"https://w3id.org/xapi/tla/activity-types/competency","name":{"en":"Draws out quiet voices"}}},"result":{"score":{"scaled":1,"raw":3,"min":0,"max":3},"success":true,"completion":true},"context":{"registration":"c332ae7e-e88a-5c71-b140-a6244354fb4c","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}],"other":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/evidence/01a221db-bb96-75f4-b2dc-a8853d075c03","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/practice-evidence","name":{"en":"Weekly call, seven people, two never speak."}}}]},"contextAgents":[{"objectType":"contextAgent","agent":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"3"}},"relevantTypes":["https://w3id.org/xapi/learning-buddy/roles/facilitator"]}],"platform":"Learning Buddy","language":"en","statement":{"objectType":"StatementRef","id":"7c194b3b-49ba-595e-ba15-b9c2632fbb39"},"extensions":{"https://w3id.org/xapi/tla/extensions/evidence":["b46f10d4-39df-5278-ba6c-6dd6a60a9dd9","8ec4a8ae-b242-5898-a40d-9eb2570984b1","665b3167-9a89-581c-bb33-016df1e7133b","7c194b3b-49ba-595e-ba15-b9c2632fbb39"]}},"timestamp":"2026-11-28T11:12:58.767Z","stored":"2026-11-28T11:12:58.834Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (29, 'e26d2e6a-85ea-5a7f-a3d8-63cbb1ef8b43', 1795864378951, 4698002970558411927, '{"id":"e26d2e6a-85ea-5a7f-a3d8-63cbb1ef8b43","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6001"}},"verb":{"id":"http://activitystrea.ms/submit","display":{"en":"submitted"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/evidence/01a221db-be04-73e6-aee4-5540df981bb4","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/practice-evidence","name":{"en":"Practice evidence 981bb4"}}},"result":{"completion":true},"context":{"registration":"661a6e2e-cb7c-5fe9-8a41-9f7bec0dfe73","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}],"other":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/statements/01a221db-7a53-740d-b9c6-616e1b182196/quiet-voices","definition":{"type":"https://w3id.org/xapi/tla/activity-types/competency","name":{"en":"Draws out quiet voices"}}}]},"revision":"1","platform":"Learning Buddy","language":"en","extensions":{"https://w3id.org/xapi/learning-buddy/extensions/evidence":{"kind":"on-the-job","attachmentCount":0,"appliedOn":"2026-11-28"}}},"timestamp":"2026-11-28T11:12:58.923Z","stored":"2026-11-28T11:12:58.951Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (30, 'c9721820-3f35-5bbc-98c3-dbbad9ac5b06', 1795864379083, 4698002970558411927, '{"id":"c9721820-3f35-5bbc-98c3-dbbad9ac5b06","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"3"}},"verb":{"id":"http://activitystrea.ms/return","display":{"en":"returned"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/evidence/01a221db-be04-73e6-aee4-5540df981bb4","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/practice-evidence","name":{"en":"Weekly call, seven people, two never speak."}}},"result":{"success":false,"response":"You waited, and said her name.\nNext time, ask two people."},"context":{"registration":"661a6e2e-cb7c-5fe9-8a41-9f7bec0dfe73","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}],"other":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/statements/01a221db-7a53-740d-b9c6-616e1b182196/quiet-voices","definition":{"type":"https://w3id.org/xapi/tla/activity-types/competency","name":{"en":"Draws out quiet voices"}}}]},"contextAgents":[{"objectType":"contextAgent","agent":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6001"}},"relevantTypes":["https://w3id.org/xapi/learning-buddy/roles/learner"]}],"revision":"1","platform":"Learning Buddy","language":"en","statement":{"objectType":"StatementRef","id":"e26d2e6a-85ea-5a7f-a3d8-63cbb1ef8b43"}},"timestamp":"2026-11-28T11:12:59.030Z","stored":"2026-11-28T11:12:59.083Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (31, '1edb2adf-87a9-5f25-b883-4ef6060fb9fe', 1795864379178, 4698002970558411927, '{"id":"1edb2adf-87a9-5f25-b883-4ef6060fb9fe","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6002"}},"verb":{"id":"http://activitystrea.ms/submit","display":{"en":"submitted"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/evidence/01a221db-bedd-797c-ab91-bfbbce9f2f75","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/practice-evidence","name":{"en":"Practice evidence 9f2f75"}}},"result":{"completion":true},"context":{"registration":"6cbc707e-5f90-5fe7-8be0-1a638367e1bc","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}],"other":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/statements/01a221db-7a53-740d-b9c6-616e1b182196/quiet-voices","definition":{"type":"https://w3id.org/xapi/tla/activity-types/competency","name":{"en":"Draws out quiet voices"}}}]},"revision":"1","platform":"Learning Buddy","language":"en","extensions":{"https://w3id.org/xapi/learning-buddy/extensions/evidence":{"kind":"on-the-job","attachmentCount":0,"appliedOn":"2026-11-28"}}},"timestamp":"2026-11-28T11:12:59.143Z","stored":"2026-11-28T11:12:59.178Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (32, 'd1310bc1-8124-5200-9e1a-225e2ba16828', 1795864379281, 4698002970558411927, '{"id":"d1310bc1-8124-5200-9e1a-225e2ba16828","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"3"}},"verb":{"id":"http://activitystrea.ms/return","display":{"en":"returned"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/evidence/01a221db-bedd-797c-ab91-bfbbce9f2f75","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/practice-evidence","name":{"en":"Weekly call, seven people, two never speak."}}},"result":{"success":false,"response":"You waited, and said her name.\nNext time, ask two people."},"context":{"registration":"6cbc707e-5f90-5fe7-8be0-1a638367e1bc","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}],"other":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/statements/01a221db-7a53-740d-b9c6-616e1b182196/quiet-voices","definition":{"type":"https://w3id.org/xapi/tla/activity-types/competency","name":{"en":"Draws out quiet voices"}}}]},"contextAgents":[{"objectType":"contextAgent","agent":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6002"}},"relevantTypes":["https://w3id.org/xapi/learning-buddy/roles/learner"]}],"revision":"1","platform":"Learning Buddy","language":"en","statement":{"objectType":"StatementRef","id":"1edb2adf-87a9-5f25-b883-4ef6060fb9fe"}},"timestamp":"2026-11-28T11:12:59.246Z","stored":"2026-11-28T11:12:59.281Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (37, '3e4d59f7-084b-5dc2-8297-c8e30d1bf2e7', 1795864380066, 4698002970558411927, '{"id":"3e4d59f7-084b-5dc2-8297-c8e30d1bf2e7","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6008"}},"verb":{"id":"http://adlnet.gov/expapi/verbs/asked","display":{"en":"asked"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/questions/01a221db-c214-7021-8424-488c1c91a987","definition":{"type":"http://adlnet.gov/expapi/activities/question","name":{"en":"Question"}}},"context":{"registration":"cdb427ab-fff9-56a2-8bea-6ae4ce73d667","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}]},"platform":"Learning Buddy","language":"en"},"timestamp":"2026-11-28T11:12:59.924Z","stored":"2026-11-28T11:13:00.066Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (33, '117eda8a-32a8-519f-a3b6-623681582f97', 1795864379420, 4698002970558411927, '{"id":"117eda8a-32a8-519f-a3b6-623681582f97","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6002"}},"verb":{"id":"http://activitystrea.ms/submit","display":{"en":"submitted"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/evidence/01a221db-bedd-797c-ab91-bfbbce9f2f75","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/practice-evidence","name":{"en":"Practice evidence 9f2f75"}}},"result":{"completion":true},"context":{"registration":"6cbc707e-5f90-5fe7-8be0-1a638367e1bc","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}],"other":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/statements/01a221db-7a53-740d-b9c6-616e1b182196/quiet-voices","definition":{"type":"https://w3id.org/xapi/tla/activity-types/competency","name":{"en":"Draws out quiet voices"}}}]},"revision":"2","platform":"Learning Buddy","language":"en","extensions":{"https://w3id.org/xapi/learning-buddy/extensions/evidence":{"kind":"on-the-job","attachmentCount":0,"appliedOn":"2026-11-28"}}},"timestamp":"2026-11-28T11:12:59.358Z","stored":"2026-11-28T11:12:59.420Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (34, 'df96d765-e42b-5118-815b-edf89c66ae4a', 1795864379420, 4698002970558411927, '{"id":"df96d765-e42b-5118-815b-edf89c66ae4a","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6002"}},"verb":{"id":"https://w3id.org/xapi/acrossx/verbs/edited","display":{"en":"revised"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/evidence/01a221db-bedd-797c-ab91-bfbbce9f2f75","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/practice-evidence","name":{"en":"Practice evidence 9f2f75"}}},"context":{"registration":"6cbc707e-5f90-5fe7-8be0-1a638367e1bc","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}],"other":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/statements/01a221db-7a53-740d-b9c6-616e1b182196/quiet-voices","definition":{"type":"https://w3id.org/xapi/tla/activity-types/competency","name":{"en":"Draws out quiet voices"}}}]},"revision":"2","platform":"Learning Buddy","language":"en","statement":{"objectType":"StatementRef","id":"1edb2adf-87a9-5f25-b883-4ef6060fb9fe"}},"timestamp":"2026-11-28T11:12:59.357Z","stored":"2026-11-28T11:12:59.420Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (35, 'a98981dd-64ce-5711-91da-c9c4c26efd47', 1795864379515, 4698002970558411927, '{"id":"a98981dd-64ce-5711-91da-c9c4c26efd47","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6003"}},"verb":{"id":"http://activitystrea.ms/submit","display":{"en":"submitted"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/evidence/01a221db-c02b-7c34-9e5d-f96eea522026","definition":{"type":"https://w3id.org/xapi/learning-buddy/activity-types/practice-evidence","name":{"en":"Practice evidence 522026"}}},"result":{"completion":true},"context":{"registration":"7e0f9b30-9dde-5d42-995f-b917becce39d","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}],"other":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/statements/01a221db-7a53-740d-b9c6-616e1b182196/quiet-voices","definition":{"type":"https://w3id.org/xapi/tla/activity-types/competency","name":{"en":"Draws out quiet voices"}}}]},"revision":"1","platform":"Learning Buddy","language":"en","extensions":{"https://w3id.org/xapi/learning-buddy/extensions/evidence":{"kind":"on-the-job","attachmentCount":0,"appliedOn":"2026-11-28"}}},"timestamp":"2026-11-28T11:12:59.478Z","stored":"2026-11-28T11:12:59.515Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (36, '426b3ed3-3b34-5b62-aa54-ef84ed103e26', 1795864379850, 4698002970558411927, '{"id":"426b3ed3-3b34-5b62-aa54-ef84ed103e26","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"6007"}},"verb":{"id":"http://adlnet.gov/expapi/verbs/asked","display":{"en":"asked"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/questions/01a221db-c12d-7438-ac7c-b9ce45b60a99","definition":{"type":"http://adlnet.gov/expapi/activities/question","name":{"en":"Question"}}},"context":{"registration":"2b6c1644-d6c1-5362-aa17-8b2709cb7e3c","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}]},"platform":"Learning Buddy","language":"en"},"timestamp":"2026-11-28T11:12:59.693Z","stored":"2026-11-28T11:12:59.850Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');
INSERT INTO public.lrs_statement VALUES (38, 'ab92f500-4305-5b24-b180-8add32bd0b98', 1795864380283, 4698002970558411927, '{"id":"ab92f500-4305-5b24-b180-8add32bd0b98","actor":{"objectType":"Agent","account":{"homePage":"http://127.0.0.1:34731/moodle","name":"3"}},"verb":{"id":"http://adlnet.gov/expapi/verbs/answered","display":{"en":"answered"}},"object":{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/questions/01a221db-c12d-7438-ac7c-b9ce45b60a99","definition":{"type":"http://adlnet.gov/expapi/activities/question","name":{"en":"Question"}}},"result":{"response":"With one question to one person."},"context":{"registration":"2b6c1644-d6c1-5362-aa17-8b2709cb7e3c","contextActivities":{"parent":[{"objectType":"Activity","id":"http://localhost:39507/xapi/activities/journeys/01a221db-7a53-740d-b9c6-616e1b182196","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Practise and prove"}}}],"grouping":[{"objectType":"Activity","id":"http://127.0.0.1:34731/moodle/course/view.php?id=2","definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"en":"Leading remote teams"}}}],"category":[{"objectType":"Activity","id":"https://w3id.org/xapi/learning-buddy/v1.0","definition":{"type":"http://adlnet.gov/expapi/activities/profile","name":{"en":"Learning Buddy profile 1.0"}}}]},"platform":"Learning Buddy","language":"en","statement":{"objectType":"StatementRef","id":"426b3ed3-3b34-5b62-aa54-ef84ed103e26"}},"timestamp":"2026-11-28T11:13:00.157Z","stored":"2026-11-28T11:13:00.283Z","authority":{"objectType":"Agent","account":{"homePage":"http://localhost:39507/xapi","name":"learning-buddy"}},"version":"2.0.0"}');


--
-- Data for Name: lrs_term; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.lrs_term VALUES (-2032710997384320549, 1);
INSERT INTO public.lrs_term VALUES (9146457465861540165, 1);
INSERT INTO public.lrs_term VALUES (8983776705425241093, 1);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 1);
INSERT INTO public.lrs_term VALUES (415002953257634573, 1);
INSERT INTO public.lrs_term VALUES (-778493660840424350, 1);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 1);
INSERT INTO public.lrs_term VALUES (-2032710997384320549, 2);
INSERT INTO public.lrs_term VALUES (-5492741303531443719, 2);
INSERT INTO public.lrs_term VALUES (8983776705425241093, 2);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 2);
INSERT INTO public.lrs_term VALUES (415002953257634573, 2);
INSERT INTO public.lrs_term VALUES (-1403326977183580460, 2);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 2);
INSERT INTO public.lrs_term VALUES (-2032710997384320549, 3);
INSERT INTO public.lrs_term VALUES (7295184296055087296, 3);
INSERT INTO public.lrs_term VALUES (8983776705425241093, 3);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 3);
INSERT INTO public.lrs_term VALUES (415002953257634573, 3);
INSERT INTO public.lrs_term VALUES (-7276212403475256451, 3);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 3);
INSERT INTO public.lrs_term VALUES (-2032710997384320549, 4);
INSERT INTO public.lrs_term VALUES (3783505635040238871, 4);
INSERT INTO public.lrs_term VALUES (8983776705425241093, 4);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 4);
INSERT INTO public.lrs_term VALUES (415002953257634573, 4);
INSERT INTO public.lrs_term VALUES (-8476097626467347528, 4);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 4);
INSERT INTO public.lrs_term VALUES (-2032710997384320549, 5);
INSERT INTO public.lrs_term VALUES (-8616275054670551367, 5);
INSERT INTO public.lrs_term VALUES (8983776705425241093, 5);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 5);
INSERT INTO public.lrs_term VALUES (415002953257634573, 5);
INSERT INTO public.lrs_term VALUES (-254037732216375222, 5);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 5);
INSERT INTO public.lrs_term VALUES (-2032710997384320549, 6);
INSERT INTO public.lrs_term VALUES (7588119482716139959, 6);
INSERT INTO public.lrs_term VALUES (8983776705425241093, 6);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 6);
INSERT INTO public.lrs_term VALUES (415002953257634573, 6);
INSERT INTO public.lrs_term VALUES (-3854659170699930519, 6);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 6);
INSERT INTO public.lrs_term VALUES (-2032710997384320549, 7);
INSERT INTO public.lrs_term VALUES (-113223717668193188, 7);
INSERT INTO public.lrs_term VALUES (8983776705425241093, 7);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 7);
INSERT INTO public.lrs_term VALUES (415002953257634573, 7);
INSERT INTO public.lrs_term VALUES (-7610405815416248653, 7);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 7);
INSERT INTO public.lrs_term VALUES (-2032710997384320549, 8);
INSERT INTO public.lrs_term VALUES (175401392594267307, 8);
INSERT INTO public.lrs_term VALUES (8983776705425241093, 8);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 8);
INSERT INTO public.lrs_term VALUES (415002953257634573, 8);
INSERT INTO public.lrs_term VALUES (7543552810033089444, 8);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 8);
INSERT INTO public.lrs_term VALUES (-2032710997384320549, 9);
INSERT INTO public.lrs_term VALUES (-3105947222646301664, 9);
INSERT INTO public.lrs_term VALUES (8983776705425241093, 9);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 9);
INSERT INTO public.lrs_term VALUES (415002953257634573, 9);
INSERT INTO public.lrs_term VALUES (9076707319899771230, 9);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 9);
INSERT INTO public.lrs_term VALUES (-2032710997384320549, 10);
INSERT INTO public.lrs_term VALUES (4423797510389997173, 10);
INSERT INTO public.lrs_term VALUES (8983776705425241093, 10);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 10);
INSERT INTO public.lrs_term VALUES (415002953257634573, 10);
INSERT INTO public.lrs_term VALUES (1612027407207938263, 10);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 10);
INSERT INTO public.lrs_term VALUES (-2032710997384320549, 11);
INSERT INTO public.lrs_term VALUES (4583738821893501186, 11);
INSERT INTO public.lrs_term VALUES (8983776705425241093, 11);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 11);
INSERT INTO public.lrs_term VALUES (415002953257634573, 11);
INSERT INTO public.lrs_term VALUES (5183020076927405632, 11);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 11);
INSERT INTO public.lrs_term VALUES (-2032710997384320549, 12);
INSERT INTO public.lrs_term VALUES (6509224800851356537, 12);
INSERT INTO public.lrs_term VALUES (8983776705425241093, 12);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 12);
INSERT INTO public.lrs_term VALUES (415002953257634573, 12);
INSERT INTO public.lrs_term VALUES (-6170718311150394014, 12);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 12);
INSERT INTO public.lrs_term VALUES (8678729592909616926, 13);
INSERT INTO public.lrs_term VALUES (9146457465861540165, 13);
INSERT INTO public.lrs_term VALUES (-113223717668193188, 13);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 13);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 13);
INSERT INTO public.lrs_term VALUES (415002953257634573, 13);
INSERT INTO public.lrs_term VALUES (-478886085515927594, 13);
INSERT INTO public.lrs_term VALUES (522216538182357471, 13);
INSERT INTO public.lrs_term VALUES (-778493660840424350, 13);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 13);
INSERT INTO public.lrs_term VALUES (8678729592909616926, 14);
INSERT INTO public.lrs_term VALUES (-5492741303531443719, 14);
INSERT INTO public.lrs_term VALUES (175401392594267307, 14);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 14);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 14);
INSERT INTO public.lrs_term VALUES (415002953257634573, 14);
INSERT INTO public.lrs_term VALUES (-8037513515605294292, 14);
INSERT INTO public.lrs_term VALUES (-5379340664996482268, 14);
INSERT INTO public.lrs_term VALUES (-1403326977183580460, 14);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 14);
INSERT INTO public.lrs_term VALUES (8678729592909616926, 15);
INSERT INTO public.lrs_term VALUES (7295184296055087296, 15);
INSERT INTO public.lrs_term VALUES (-3105947222646301664, 15);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 15);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 15);
INSERT INTO public.lrs_term VALUES (415002953257634573, 15);
INSERT INTO public.lrs_term VALUES (-8069227363696322369, 15);
INSERT INTO public.lrs_term VALUES (2226786453728488825, 15);
INSERT INTO public.lrs_term VALUES (-7276212403475256451, 15);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 15);
INSERT INTO public.lrs_term VALUES (8678729592909616926, 16);
INSERT INTO public.lrs_term VALUES (3783505635040238871, 16);
INSERT INTO public.lrs_term VALUES (4423797510389997173, 16);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 16);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 16);
INSERT INTO public.lrs_term VALUES (415002953257634573, 16);
INSERT INTO public.lrs_term VALUES (-4519761870864030827, 16);
INSERT INTO public.lrs_term VALUES (7344351864844258564, 16);
INSERT INTO public.lrs_term VALUES (-8476097626467347528, 16);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 16);
INSERT INTO public.lrs_term VALUES (8678729592909616926, 17);
INSERT INTO public.lrs_term VALUES (-8616275054670551367, 17);
INSERT INTO public.lrs_term VALUES (4583738821893501186, 17);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 17);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 17);
INSERT INTO public.lrs_term VALUES (415002953257634573, 17);
INSERT INTO public.lrs_term VALUES (3151083383632554754, 17);
INSERT INTO public.lrs_term VALUES (2352605293662315704, 17);
INSERT INTO public.lrs_term VALUES (-254037732216375222, 17);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 17);
INSERT INTO public.lrs_term VALUES (-5765750914185546161, 18);
INSERT INTO public.lrs_term VALUES (-113223717668193188, 18);
INSERT INTO public.lrs_term VALUES (304904112701320991, 18);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 18);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 18);
INSERT INTO public.lrs_term VALUES (415002953257634573, 18);
INSERT INTO public.lrs_term VALUES (1678005925650032740, 18);
INSERT INTO public.lrs_term VALUES (-778493660840424350, 18);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 18);
INSERT INTO public.lrs_term VALUES (-5765750914185546161, 19);
INSERT INTO public.lrs_term VALUES (175401392594267307, 19);
INSERT INTO public.lrs_term VALUES (-6485844618158418838, 19);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 19);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 19);
INSERT INTO public.lrs_term VALUES (415002953257634573, 19);
INSERT INTO public.lrs_term VALUES (1069211656510123561, 19);
INSERT INTO public.lrs_term VALUES (-1403326977183580460, 19);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 19);
INSERT INTO public.lrs_term VALUES (3509098646183565409, 20);
INSERT INTO public.lrs_term VALUES (4423797510389997173, 20);
INSERT INTO public.lrs_term VALUES (-1342884889883027033, 20);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 20);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 20);
INSERT INTO public.lrs_term VALUES (415002953257634573, 20);
INSERT INTO public.lrs_term VALUES (-8262328798133971508, 20);
INSERT INTO public.lrs_term VALUES (-8476097626467347528, 20);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 20);
INSERT INTO public.lrs_term VALUES (-6682281412696083563, 21);
INSERT INTO public.lrs_term VALUES (-8616275054670551367, 21);
INSERT INTO public.lrs_term VALUES (7282844620513730236, 21);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 21);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 21);
INSERT INTO public.lrs_term VALUES (415002953257634573, 21);
INSERT INTO public.lrs_term VALUES (-254037732216375222, 21);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 21);
INSERT INTO public.lrs_term VALUES (8678729592909616926, 22);
INSERT INTO public.lrs_term VALUES (7588119482716139959, 22);
INSERT INTO public.lrs_term VALUES (-7949266576155033274, 22);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 22);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 22);
INSERT INTO public.lrs_term VALUES (415002953257634573, 22);
INSERT INTO public.lrs_term VALUES (-3854659170699930519, 22);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 22);
INSERT INTO public.lrs_term VALUES (93879203741911395, 23);
INSERT INTO public.lrs_term VALUES (9146457465861540165, 23);
INSERT INTO public.lrs_term VALUES (8239017537775733004, 23);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 23);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 23);
INSERT INTO public.lrs_term VALUES (415002953257634573, 23);
INSERT INTO public.lrs_term VALUES (-8598841890616371570, 23);
INSERT INTO public.lrs_term VALUES (-778493660840424350, 23);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 23);
INSERT INTO public.lrs_term VALUES (9062085912484026109, 24);
INSERT INTO public.lrs_term VALUES (-113223717668193188, 24);
INSERT INTO public.lrs_term VALUES (8239017537775733004, 24);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 24);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 24);
INSERT INTO public.lrs_term VALUES (415002953257634573, 24);
INSERT INTO public.lrs_term VALUES (-8598841890616371570, 24);
INSERT INTO public.lrs_term VALUES (1678005925650032740, 24);
INSERT INTO public.lrs_term VALUES (-778493660840424350, 24);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 24);
INSERT INTO public.lrs_term VALUES (1950502611303699305, 25);
INSERT INTO public.lrs_term VALUES (5877008186261373319, 25);
INSERT INTO public.lrs_term VALUES (8239017537775733004, 25);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 25);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 25);
INSERT INTO public.lrs_term VALUES (415002953257634573, 25);
INSERT INTO public.lrs_term VALUES (-8598841890616371570, 25);
INSERT INTO public.lrs_term VALUES (1678005925650032740, 25);
INSERT INTO public.lrs_term VALUES (-778493660840424350, 25);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 25);
INSERT INTO public.lrs_term VALUES (93879203741911395, 26);
INSERT INTO public.lrs_term VALUES (9146457465861540165, 26);
INSERT INTO public.lrs_term VALUES (3195013912661350617, 26);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 26);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 26);
INSERT INTO public.lrs_term VALUES (415002953257634573, 26);
INSERT INTO public.lrs_term VALUES (-8598841890616371570, 26);
INSERT INTO public.lrs_term VALUES (-778493660840424350, 26);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 26);
INSERT INTO public.lrs_term VALUES (-8898108271953263946, 27);
INSERT INTO public.lrs_term VALUES (9146457465861540165, 27);
INSERT INTO public.lrs_term VALUES (-6498256773324636161, 27);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 27);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 27);
INSERT INTO public.lrs_term VALUES (415002953257634573, 27);
INSERT INTO public.lrs_term VALUES (-7642300329003387719, 27);
INSERT INTO public.lrs_term VALUES (-5302056130980553969, 27);
INSERT INTO public.lrs_term VALUES (-778493660840424350, 27);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 27);
INSERT INTO public.lrs_term VALUES (1950502611303699305, 28);
INSERT INTO public.lrs_term VALUES (5877008186261373319, 28);
INSERT INTO public.lrs_term VALUES (3195013912661350617, 28);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 28);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 28);
INSERT INTO public.lrs_term VALUES (415002953257634573, 28);
INSERT INTO public.lrs_term VALUES (-8598841890616371570, 28);
INSERT INTO public.lrs_term VALUES (1678005925650032740, 28);
INSERT INTO public.lrs_term VALUES (-778493660840424350, 28);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 28);
INSERT INTO public.lrs_term VALUES (93879203741911395, 29);
INSERT INTO public.lrs_term VALUES (-5492741303531443719, 29);
INSERT INTO public.lrs_term VALUES (-9095528008826721299, 29);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 29);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 29);
INSERT INTO public.lrs_term VALUES (415002953257634573, 29);
INSERT INTO public.lrs_term VALUES (-8598841890616371570, 29);
INSERT INTO public.lrs_term VALUES (-1403326977183580460, 29);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 29);
INSERT INTO public.lrs_term VALUES (-3316496817123462874, 30);
INSERT INTO public.lrs_term VALUES (5877008186261373319, 30);
INSERT INTO public.lrs_term VALUES (-9095528008826721299, 30);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 30);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 30);
INSERT INTO public.lrs_term VALUES (415002953257634573, 30);
INSERT INTO public.lrs_term VALUES (-8598841890616371570, 30);
INSERT INTO public.lrs_term VALUES (1069211656510123561, 30);
INSERT INTO public.lrs_term VALUES (-1403326977183580460, 30);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 30);
INSERT INTO public.lrs_term VALUES (93879203741911395, 31);
INSERT INTO public.lrs_term VALUES (7295184296055087296, 31);
INSERT INTO public.lrs_term VALUES (4986903962601788431, 31);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 31);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 31);
INSERT INTO public.lrs_term VALUES (415002953257634573, 31);
INSERT INTO public.lrs_term VALUES (-8598841890616371570, 31);
INSERT INTO public.lrs_term VALUES (-7276212403475256451, 31);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 31);
INSERT INTO public.lrs_term VALUES (-3316496817123462874, 32);
INSERT INTO public.lrs_term VALUES (5877008186261373319, 32);
INSERT INTO public.lrs_term VALUES (4986903962601788431, 32);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 32);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 32);
INSERT INTO public.lrs_term VALUES (415002953257634573, 32);
INSERT INTO public.lrs_term VALUES (-8598841890616371570, 32);
INSERT INTO public.lrs_term VALUES (945641004654342200, 32);
INSERT INTO public.lrs_term VALUES (-7276212403475256451, 32);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 32);
INSERT INTO public.lrs_term VALUES (93879203741911395, 33);
INSERT INTO public.lrs_term VALUES (7295184296055087296, 33);
INSERT INTO public.lrs_term VALUES (4986903962601788431, 33);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 33);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 33);
INSERT INTO public.lrs_term VALUES (415002953257634573, 33);
INSERT INTO public.lrs_term VALUES (-8598841890616371570, 33);
INSERT INTO public.lrs_term VALUES (-7276212403475256451, 33);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 33);
INSERT INTO public.lrs_term VALUES (-4015947382430918652, 34);
INSERT INTO public.lrs_term VALUES (7295184296055087296, 34);
INSERT INTO public.lrs_term VALUES (4986903962601788431, 34);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 34);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 34);
INSERT INTO public.lrs_term VALUES (415002953257634573, 34);
INSERT INTO public.lrs_term VALUES (-8598841890616371570, 34);
INSERT INTO public.lrs_term VALUES (-7276212403475256451, 34);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 34);
INSERT INTO public.lrs_term VALUES (93879203741911395, 35);
INSERT INTO public.lrs_term VALUES (3783505635040238871, 35);
INSERT INTO public.lrs_term VALUES (-1949319551592351460, 35);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 35);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 35);
INSERT INTO public.lrs_term VALUES (415002953257634573, 35);
INSERT INTO public.lrs_term VALUES (-8598841890616371570, 35);
INSERT INTO public.lrs_term VALUES (-8476097626467347528, 35);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 35);
INSERT INTO public.lrs_term VALUES (-3851952271373188159, 36);
INSERT INTO public.lrs_term VALUES (175401392594267307, 36);
INSERT INTO public.lrs_term VALUES (1906108532747858399, 36);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 36);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 36);
INSERT INTO public.lrs_term VALUES (415002953257634573, 36);
INSERT INTO public.lrs_term VALUES (7543552810033089444, 36);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 36);
INSERT INTO public.lrs_term VALUES (-3851952271373188159, 37);
INSERT INTO public.lrs_term VALUES (-3105947222646301664, 37);
INSERT INTO public.lrs_term VALUES (8554185470500485717, 37);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 37);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 37);
INSERT INTO public.lrs_term VALUES (415002953257634573, 37);
INSERT INTO public.lrs_term VALUES (9076707319899771230, 37);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 37);
INSERT INTO public.lrs_term VALUES (5212075702661458578, 38);
INSERT INTO public.lrs_term VALUES (5877008186261373319, 38);
INSERT INTO public.lrs_term VALUES (1906108532747858399, 38);
INSERT INTO public.lrs_term VALUES (-5047662228168251710, 38);
INSERT INTO public.lrs_term VALUES (-5690769070464070244, 38);
INSERT INTO public.lrs_term VALUES (415002953257634573, 38);
INSERT INTO public.lrs_term VALUES (7543552810033089444, 38);
INSERT INTO public.lrs_term VALUES (4698002970558411927, 38);


--
-- Data for Name: lrs_voided; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: meeting; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: membership; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.membership VALUES ('01a221db-a075-7334-b6e2-5c380d8d3faf', '01a221db-7a32-7ca6-826f-7911acfa5c57', 'Learner', 'Active', '2026-11-28 11:12:51.294048+00', NULL);
INSERT INTO public.membership VALUES ('01a221db-a418-75e8-bfed-b161cbe60e3d', '01a221db-8890-7da2-89c9-e13f15637df7', 'Learner', 'Active', '2026-11-28 11:12:52.247069+00', NULL);
INSERT INTO public.membership VALUES ('01a221db-a496-7ff2-9483-f1fbba40abd7', '01a221db-89f9-7e0e-91e8-e79e1839ce71', 'Learner', 'Active', '2026-11-28 11:12:52.371764+00', NULL);
INSERT INTO public.membership VALUES ('01a221db-a075-7334-b6e2-5c380d8d3faf', '01a221db-905f-7ece-aea1-66bbc434ad6a', 'Buddy', 'Active', '2026-11-28 11:12:53.185933+00', NULL);
INSERT INTO public.membership VALUES ('01a221db-a418-75e8-bfed-b161cbe60e3d', '01a221db-9220-7aaa-8e99-4c243dbfbe8a', 'Buddy', 'Active', '2026-11-28 11:12:53.598184+00', NULL);
INSERT INTO public.membership VALUES ('01a221db-a5e3-743b-8024-16c236b91342', '01a221db-8c32-70c5-888f-462fbb8c960c', 'Learner', 'Left', '2026-11-28 11:12:52.70686+00', '2026-11-28 11:12:53.696289+00');
INSERT INTO public.membership VALUES ('01a221db-a6d3-7c88-bb26-9acfa5dfe21e', '01a221db-8e63-7d08-aab8-fd16f641942c', 'Learner', 'Left', '2026-11-28 11:12:52.941237+00', '2026-11-28 11:12:54.253417+00');
INSERT INTO public.membership VALUES ('01a221db-ad02-774d-9a54-7d0a84844b5d', '01a221db-8f1e-73c0-ac06-2c9b9234ccb3', 'Learner', 'Active', '2026-11-28 11:12:54.523818+00', NULL);


--
-- Data for Name: participation; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.participation VALUES ('01a221db-7d70-78de-9810-c21940c7630e', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-7a32-7ca6-826f-7911acfa5c57', '2026-11-28 11:12:42.293029+00');
INSERT INTO public.participation VALUES ('01a221db-8948-79f4-a78c-085bcf9414c5', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8890-7da2-89c9-e13f15637df7', '2026-11-28 11:12:45.382842+00');
INSERT INTO public.participation VALUES ('01a221db-8acd-71f2-80f0-6bb15a5fe663', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-89f9-7e0e-91e8-e79e1839ce71', '2026-11-28 11:12:45.738207+00');
INSERT INTO public.participation VALUES ('01a221db-8c4d-75a5-bbcb-24fa7a3336eb', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8c32-70c5-888f-462fbb8c960c', '2026-11-28 11:12:46.149591+00');
INSERT INTO public.participation VALUES ('01a221db-8e7b-7cad-878d-744ccc8a1cba', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8e63-7d08-aab8-fd16f641942c', '2026-11-28 11:12:46.714746+00');
INSERT INTO public.participation VALUES ('01a221db-8f93-7a3f-99ed-82e525c1f1bb', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-8f1e-73c0-ac06-2c9b9234ccb3', '2026-11-28 11:12:46.994622+00');
INSERT INTO public.participation VALUES ('01a221db-9095-76aa-b511-a60dfe3dfca7', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-905f-7ece-aea1-66bbc434ad6a', '2026-11-28 11:12:47.252738+00');
INSERT INTO public.participation VALUES ('01a221db-925a-72cf-a0c3-4a0fae53cfa7', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-9220-7aaa-8e99-4c243dbfbe8a', '2026-11-28 11:12:47.702668+00');
INSERT INTO public.participation VALUES ('01a221db-940e-7756-b867-739966298dc3', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-93e6-7da3-b52d-de1a7446cc03', '2026-11-28 11:12:48.121866+00');
INSERT INTO public.participation VALUES ('01a221db-94a5-739b-b697-bead64d695fc', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-947e-7399-a544-ba544e7503aa', '2026-11-28 11:12:48.289692+00');
INSERT INTO public.participation VALUES ('01a221db-9584-746f-9877-6fca601e5156', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-9539-7385-b74b-bb9db8392a0d', '2026-11-28 11:12:48.490286+00');
INSERT INTO public.participation VALUES ('01a221db-963f-75fb-b21b-159f2b9fb487', '01a221db-7a53-740d-b9c6-616e1b182196', '01a221db-9601-77e4-acc3-fb405fb8f7c9', '2026-11-28 11:12:48.685935+00');


--
-- Data for Name: person; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.person VALUES ('01a221db-7042-77be-a97d-77a4733bc803', 'Tove Lindqvist', 't.lindqvist@harbour.example', 'en', NULL, NULL);
INSERT INTO public.person VALUES ('01a221db-7a32-7ca6-826f-7911acfa5c57', 'First Learner 00', 'first0@example.edu', 'en', 'Europe/Berlin', NULL);
INSERT INTO public.person VALUES ('01a221db-8890-7da2-89c9-e13f15637df7', 'First Learner 01', 'first1@example.edu', 'en', 'Europe/Berlin', NULL);
INSERT INTO public.person VALUES ('01a221db-89f9-7e0e-91e8-e79e1839ce71', 'First Learner 02', 'first2@example.edu', 'en', 'Europe/Berlin', NULL);
INSERT INTO public.person VALUES ('01a221db-8c32-70c5-888f-462fbb8c960c', 'First Learner 03', 'first3@example.edu', 'en', 'Europe/Berlin', NULL);
INSERT INTO public.person VALUES ('01a221db-8e63-7d08-aab8-fd16f641942c', 'First Learner 04', 'first4@example.edu', 'en', 'Europe/Berlin', NULL);
INSERT INTO public.person VALUES ('01a221db-8f1e-73c0-ac06-2c9b9234ccb3', 'First Learner 05', 'first5@example.edu', 'en', 'Europe/Berlin', NULL);
INSERT INTO public.person VALUES ('01a221db-905f-7ece-aea1-66bbc434ad6a', 'First Learner 06', 'first6@example.edu', 'en', 'Europe/Berlin', NULL);
INSERT INTO public.person VALUES ('01a221db-9220-7aaa-8e99-4c243dbfbe8a', 'First Learner 07', 'first7@example.edu', 'en', 'Europe/Berlin', NULL);
INSERT INTO public.person VALUES ('01a221db-93e6-7da3-b52d-de1a7446cc03', 'First Learner 08', 'first8@example.edu', 'en', 'Europe/Berlin', NULL);
INSERT INTO public.person VALUES ('01a221db-947e-7399-a544-ba544e7503aa', 'First Learner 09', 'first9@example.edu', 'en', 'Europe/Berlin', NULL);
INSERT INTO public.person VALUES ('01a221db-9539-7385-b74b-bb9db8392a0d', 'First Learner 10', 'first10@example.edu', 'en', 'Europe/Berlin', NULL);
INSERT INTO public.person VALUES ('01a221db-9601-77e4-acc3-fb405fb8f7c9', 'First Learner 11', 'first11@example.edu', 'en', 'Europe/Berlin', NULL);
INSERT INTO public.person VALUES ('01a221db-9a62-7dbe-97e0-894e36e200fd', 'Jürgen Groß', 'j.gross@harbour.example', NULL, NULL, NULL);
INSERT INTO public.person VALUES ('01a221db-9ad5-7199-9b01-74bd5e98cdf8', 'Mary Smith &amp; Co', 'm.smith@harbour.example', NULL, NULL, NULL);
INSERT INTO public.person VALUES ('01a221db-9ad5-71d7-99da-228c23972e19', '芳 王', 'f.wang@harbour.example', NULL, NULL, NULL);
INSERT INTO public.person VALUES ('01a221db-9ad5-7348-b913-15feed68f49e', 'Sam Quinn', NULL, NULL, NULL, NULL);
INSERT INTO public.person VALUES ('01a221db-9ad5-7857-b5c1-21a5fd36c0c8', 'Amara Okonkwo', 'a.okonkwo@harbour.example', NULL, NULL, NULL);
INSERT INTO public.person VALUES ('01a221db-9ad5-7859-adac-1b5a861ea153', 'Zoë Møller', 'z.moller@harbour.example', NULL, NULL, NULL);
INSERT INTO public.person VALUES ('01a221db-9ad5-7afb-ae0c-874e17e79d4d', '小雨 李', NULL, NULL, NULL, NULL);
INSERT INTO public.person VALUES ('01a221db-9ad5-7d2d-aaf7-7d8b9f075893', 'ليلى حدّاد', 'l.haddad@harbour.example', NULL, NULL, NULL);
INSERT INTO public.person VALUES ('01a221db-9ad5-7e97-b951-95e30acee856', 'Marek Šimůnek', 'm.simunek@harbour.example', NULL, NULL, NULL);


--
-- Data for Name: platform; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.platform VALUES ('59b64da8-1344-4105-bd6a-3c84233d7fd3', 'http://127.0.0.1:34731/moodle', '63de08de6a82509', 'http://127.0.0.1:34731/moodle/mod/lti/auth.php', 'http://127.0.0.1:34731/moodle/mod/lti/token.php', 'http://127.0.0.1:34731/moodle/mod/lti/certs.php', NULL, 'moodle', '127.0.0.1:34731', NULL, '', 'https://purl.imsglobal.org/spec/lti-ags/scope/score https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly https://purl.imsglobal.org/spec/lti-ags/scope/lineitem https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly', 'Active', '2026-11-28 11:12:37.583849+00', '2026-11-30 11:13:00.740416+00', NULL, NULL);


--
-- Data for Name: protection_key; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.protection_key VALUES ('key-d4f10f92-609a-4c83-a58b-189406a0d27e', '<key id="d4f10f92-609a-4c83-a58b-189406a0d27e" version="1"><creationDate>2026-11-28T11:12:34.7086674Z</creationDate><activationDate>2026-11-28T11:12:34.7086674Z</activationDate><expirationDate>2027-02-26T11:12:34.7086674Z</expirationDate><descriptor deserializerType="Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel.AuthenticatedEncryptorDescriptorDeserializer, Microsoft.AspNetCore.DataProtection, Version=10.0.0.0, Culture=neutral, PublicKeyToken=adb9793829ddae60"><descriptor><encryption algorithm="AES_256_CBC" /><validation algorithm="HMACSHA256" /><masterKey p4:requiresEncryption="true" xmlns:p4="http://schemas.asp.net/2015/03/dataProtection"><!-- Warning: the key below is in an unencrypted form. --><value>+bCN1wxs9zjk4PvozDg7XhONgZPX3AL5zC/J9kpdmOKwjfaQmOGF4oA9BuD3P+i9uqkMaEdq84KX0l1fPWLboQ==</value></masterKey></descriptor></descriptor></key>');


--
-- Data for Name: question; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.question VALUES ('01a221db-c214-7021-8424-488c1c91a987', '01a221db-940e-7756-b867-739966298dc3', '01a221db-7a53-740d-b9c6-616e1b182196', 'Who has tried it on the phone?', 'Everybody', NULL, NULL, '01a221db-c214-7f03-852b-2ca2a3f1caa4', '2026-11-28 11:12:59.924088+00', '2026-12-01 17:00:00+00', NULL, false);
INSERT INTO public.question VALUES ('01a221db-c12d-7438-ac7c-b9ce45b60a99', '01a221db-925a-72cf-a0c3-4a0fae53cfa7', '01a221db-7a53-740d-b9c6-616e1b182196', 'How do you begin?', 'Facilitators', NULL, NULL, '01a221db-c12d-785f-a284-4970346c47bc', '2026-11-28 11:12:59.693714+00', '2026-12-01 17:00:00+00', '2026-11-28 11:13:00.157649+00', false);


--
-- Data for Name: review; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.review VALUES ('01a221db-b9d3-78e9-9efd-872e93b06247', '01a221db-aec5-7007-9732-8d380f6e7161', 1, '01a221db-7042-77be-a97d-77a4733bc803', '{"confirmed":true,"levels":{"quiet-voices":2},"worked":"You waited, and said her name.","challenge":"Next time, ask two people.","comment":"You waited, and said her name.\nNext time, ask two people."}', '2026-11-28 11:12:57.803479+00');
INSERT INTO public.review VALUES ('01a221db-bd90-7294-bd46-7a57872c106e', '01a221db-bb96-75f4-b2dc-a8853d075c03', 1, '01a221db-7042-77be-a97d-77a4733bc803', '{"confirmed":true,"levels":{"quiet-voices":3},"worked":"You waited, and said her name.","challenge":"Next time, ask two people.","comment":"You waited, and said her name.\nNext time, ask two people."}', '2026-11-28 11:12:58.766208+00');
INSERT INTO public.review VALUES ('01a221db-be97-7d7b-9632-ab1042d23375', '01a221db-be04-73e6-aee4-5540df981bb4', 1, '01a221db-7042-77be-a97d-77a4733bc803', '{"confirmed":false,"levels":{"quiet-voices":1},"worked":"You waited, and said her name.","challenge":"Next time, ask two people.","comment":"You waited, and said her name.\nNext time, ask two people."}', '2026-11-28 11:12:59.030045+00');
INSERT INTO public.review VALUES ('01a221db-bf6f-7dfd-8694-cfca08fec572', '01a221db-bedd-797c-ab91-bfbbce9f2f75', 1, '01a221db-7042-77be-a97d-77a4733bc803', '{"confirmed":false,"levels":{"quiet-voices":1},"worked":"You waited, and said her name.","challenge":"Next time, ask two people.","comment":"You waited, and said her name.\nNext time, ask two people."}', '2026-11-28 11:12:59.246027+00');


--
-- Data for Name: review_draft; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: session; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.session VALUES ('01a22c28-7d52-7d2c-9f8c-abcdb293e86f', 'c69NFkrsxNWdT-xB64Vg6rgA2qjGTjTHboJ21gdtiTk', 'DFVg6_HjplPuAFJiazthff_MRS0UKvD48vnljKSR2T4', 'Launch', NULL, '01a221db-7042-77be-a97d-77a4733bc803', '01a221db-704c-7afa-a173-7e25017872e9', '01a221db-7a53-740d-b9c6-616e1b182196', '59b64da8-1344-4105-bd6a-3c84233d7fd3', 'Instructor', 'ResourceLink', '{"locale":"en","frameAncestors":["http://127.0.0.1:34731"],"returnUrl":"http://127.0.0.1:34731/moodle/mod/lti/return.php?course=2&launch_container=3&instanceid=477313&sesskey=731cae543650915f45f9","deploymentId":"1","contextId":"2","courseTitle":"Leading remote teams","linkTitle":"Practise and prove","copiedFrom":[],"mentoredSubjects":[],"isOwnTab":false}', '2026-11-30 11:13:00.740416+00', '2026-11-30 11:13:00.740416+00');
INSERT INTO public.session VALUES ('01a22c28-7ffa-711d-bbf6-77ca183a5275', 'lG7VdwCmvDfVpamK5l_mAiDH_xj1kNxTzoGfjhiRsZU', '3RlgoZzbljgmLkEhVjepIfBRsx9PINyNxVlZooqVGwo', 'Launch', NULL, '01a221db-7a32-7ca6-826f-7911acfa5c57', '01a221db-704c-7afa-a173-7e25017872e9', '01a221db-7a53-740d-b9c6-616e1b182196', '59b64da8-1344-4105-bd6a-3c84233d7fd3', 'Learner', 'ResourceLink', '{"locale":"en","timeZone":"Europe/Berlin","frameAncestors":["http://127.0.0.1:34731"],"returnUrl":"http://127.0.0.1:34731/moodle/mod/lti/return.php?course=2&launch_container=3&instanceid=477313&sesskey=33d26b36eb282a773a1c","deploymentId":"1","contextId":"2","courseTitle":"Leading remote teams","linkTitle":"Practise and prove","copiedFrom":[],"mentoredSubjects":[],"isOwnTab":false}', '2026-11-30 11:13:01.432379+00', '2026-11-30 11:13:01.432379+00');


--
-- Data for Name: statement_cursor; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: tool_key; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.tool_key VALUES ('c451b9f507e21dd98d11', '-----BEGIN PRIVATE KEY-----
MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQDDSPErjdrMNn7P
+3MbuPtElMvc4pVtKh76qkM5S6D/7gr1xSheKnJbeLgk8pRHWWtxbsUkBM+s+gWF
llioSVNi1e9UnjPPokSfNplT6Rj5pbQjRuzvo//q50Th2eZ/Zd85vxg2pqiuXbdG
VuC9Oqxa32J76FiMtkm8wH8JBP/R18V/nMNvtxkhgyoCBJVp1zh/GKAh5jB//AHI
FcFntJbtYo5m3p57UJuLlBKrI0cnuSN4SuVXRbefO94G98Dz3wIdZ8A5PHsdHbUd
lhHrzPsX7IPe8jLMePAF8IneU4H4vbbEtQ75xAb5YReHSJqQ9k8UyNaQCkvdnD9w
R8xY+JVhAgMBAAECggEAJ1B1Ov03LfMPoxveX9elADjLdOfJyN0YuQKTf4KmAjgg
TTu4pYJ6nMcoHUoXx2htXLv95MMyMwLvnyX2KcT/TE/A+6JQ0G18zqe9hPrRrBqr
sglqlFEKKbaO87/8KywtXTEHNSNmpJnZ1oeRfY8FGVNM/qB3STa+kAkZ2g0/WjVx
LGsn9ziktXyRLB2B8GeEHgxkqBfEUdoPyZwY4AH/SIj199vk8guyCA/UDEk4eQyu
HjNOXT0XoQe1s0ZAbv/unTcGKeyE2UYzCxeXV+DNyNLAkpJed1I/NOBlIShG9gI6
2XVkQqjs8BziI8fXF229T/vzy7UmcFAM6sh/WRTGdQKBgQD/O8iPqHSp/4JTrZYP
QPvJNGXKbad/+jLTSo0f3bpHYbaNct1nL1DVdfZSaFQY5bYB+0mVcjc+03y6tko5
jV1vIWkQ1dsP8FkioURmLJ5tpiuIXcSygx3VKu9Y8GOCJVqq4oICozOMG/DJkE6R
jKqTedWE893uRnujVielfE0HTQKBgQDD3xJggUP1Z6BDyL7BQ2MP6hrRJ4F7TWhU
BH1S+oD7b/CpYDMCGregaITPnwW1SebHk5eCq/9kslxbZTUQvtOyGCudiw5vlpdx
rw95OL6S7FtMKrQ4nNB1lkMjK+6q/B/6N96GIC76MoAoJ5J88fuI9+4R1W7Xu9ab
TNAlM5WEZQKBgQDDt8VJHAUyIuN+ZTsPwWYSWSLBQqrSATseOSnUyMNCX5SMDQvo
Ryk2NvnHIYdzfBrAlEBN4EKq46PezVBHp7aBNF6L8WHFbCn92ypHK2nlbSourLDb
rp2ezAiz68pyj1Bif8TwXtN1WiufdRA6nmJjKmboR9TkFZpTmwpV5OZwdQKBgQCr
70x6Wf4FlQkhdz26+CQk/CK+JieKzNAfsDEyfaJrFD/07fTYjAtUS2sJtVWVZWGn
Hu+ITOLKyaY4tAZ4xImfc4gVqtLpMQ+PQ1QZ3K2s2rzphzLb3ws9rMESRqYigV6w
jgpPQkD6bwoANXxpISDjgn8AOJIr3T7s4+hyP22n4QKBgCtkwAvkotHp4kDaDYao
ZJje5JdQ3Pz+ESaYljjhQ+9tv9RRXs88dCyCZjrebiJbWeynr9FqgQlatCaxIQ09
+4w3CJd2TUayJz6t0ZBDLfmLlEBH+KC3TlYamdLR+gafLM9Xs0exygn6PV6R4FTy
/Z2HCIb29qjkFZSsFEAVO549
-----END PRIVATE KEY-----', '2026-11-28 11:12:40.26219+00', NULL);


--
-- Data for Name: tool_secret; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: used_nonce; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.used_nonce VALUES ('59b64da8-1344-4105-bd6a-3c84233d7fd3', 'yOM7HSFZc_mzgTFdHx2jB9-aBwiYTDmb', '2026-11-30 11:15:00+00');
INSERT INTO public.used_nonce VALUES ('59b64da8-1344-4105-bd6a-3c84233d7fd3', 'gm8zE0IlNqsbTwXQXS9lWZ3mFONCylJC', '2026-11-30 11:15:01+00');


--
-- Name: journey_event_Sequence_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public."journey_event_Sequence_seq"', 61, true);


--
-- Name: __EFMigrationsHistory PK___EFMigrationsHistory; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public."__EFMigrationsHistory"
    ADD CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId");


--
-- Name: account PK_account; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT "PK_account" PRIMARY KEY ("Id");


--
-- Name: answer PK_answer; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answer
    ADD CONSTRAINT "PK_answer" PRIMARY KEY ("Id");


--
-- Name: attention PK_attention; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attention
    ADD CONSTRAINT "PK_attention" PRIMARY KEY ("Id");


--
-- Name: attestation PK_attestation; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attestation
    ADD CONSTRAINT "PK_attestation" PRIMARY KEY ("Id");


--
-- Name: behaviour_standing PK_behaviour_standing; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.behaviour_standing
    ADD CONSTRAINT "PK_behaviour_standing" PRIMARY KEY ("ParticipationId", "BehaviourId");


--
-- Name: course PK_course; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.course
    ADD CONSTRAINT "PK_course" PRIMARY KEY ("Id");


--
-- Name: delivery PK_delivery; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT "PK_delivery" PRIMARY KEY ("Id");


--
-- Name: deployment PK_deployment; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deployment
    ADD CONSTRAINT "PK_deployment" PRIMARY KEY ("PlatformId", "DeploymentId");


--
-- Name: design PK_design; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.design
    ADD CONSTRAINT "PK_design" PRIMARY KEY ("Id");


--
-- Name: design_version PK_design_version; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.design_version
    ADD CONSTRAINT "PK_design_version" PRIMARY KEY ("DesignId", "Number");


--
-- Name: device PK_device; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.device
    ADD CONSTRAINT "PK_device" PRIMARY KEY ("Id");


--
-- Name: due_item PK_due_item; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.due_item
    ADD CONSTRAINT "PK_due_item" PRIMARY KEY ("Id");


--
-- Name: enrolment PK_enrolment; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT "PK_enrolment" PRIMARY KEY ("CourseId", "PersonId");


--
-- Name: evidence PK_evidence; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT "PK_evidence" PRIMARY KEY ("Id");


--
-- Name: evidence_version PK_evidence_version; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evidence_version
    ADD CONSTRAINT "PK_evidence_version" PRIMARY KEY ("EvidenceId", "Revision");


--
-- Name: file_blob PK_file_blob; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.file_blob
    ADD CONSTRAINT "PK_file_blob" PRIMARY KEY ("Sha256");


--
-- Name: found_evidence PK_found_evidence; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.found_evidence
    ADD CONSTRAINT "PK_found_evidence" PRIMARY KEY ("Id");


--
-- Name: grade_posting PK_grade_posting; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.grade_posting
    ADD CONSTRAINT "PK_grade_posting" PRIMARY KEY ("ParticipationId");


--
-- Name: guest_link PK_guest_link; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guest_link
    ADD CONSTRAINT "PK_guest_link" PRIMARY KEY ("Id");


--
-- Name: invitation PK_invitation; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT "PK_invitation" PRIMARY KEY ("Id");


--
-- Name: journey PK_journey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.journey
    ADD CONSTRAINT "PK_journey" PRIMARY KEY ("Id");


--
-- Name: journey_event PK_journey_event; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.journey_event
    ADD CONSTRAINT "PK_journey_event" PRIMARY KEY ("Sequence");


--
-- Name: learning_group PK_learning_group; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.learning_group
    ADD CONSTRAINT "PK_learning_group" PRIMARY KEY ("Id");


--
-- Name: meeting PK_meeting; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting
    ADD CONSTRAINT "PK_meeting" PRIMARY KEY ("Id");


--
-- Name: membership PK_membership; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT "PK_membership" PRIMARY KEY ("GroupId", "PersonId");


--
-- Name: participation PK_participation; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.participation
    ADD CONSTRAINT "PK_participation" PRIMARY KEY ("Id");


--
-- Name: person PK_person; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.person
    ADD CONSTRAINT "PK_person" PRIMARY KEY ("Id");


--
-- Name: platform PK_platform; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.platform
    ADD CONSTRAINT "PK_platform" PRIMARY KEY ("Id");


--
-- Name: protection_key PK_protection_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.protection_key
    ADD CONSTRAINT "PK_protection_key" PRIMARY KEY ("Name");


--
-- Name: question PK_question; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.question
    ADD CONSTRAINT "PK_question" PRIMARY KEY ("Id");


--
-- Name: review PK_review; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review
    ADD CONSTRAINT "PK_review" PRIMARY KEY ("Id");


--
-- Name: review_draft PK_review_draft; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review_draft
    ADD CONSTRAINT "PK_review_draft" PRIMARY KEY ("EvidenceId", "ReviewerId");


--
-- Name: session PK_session; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session
    ADD CONSTRAINT "PK_session" PRIMARY KEY ("Id");


--
-- Name: statement_cursor PK_statement_cursor; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statement_cursor
    ADD CONSTRAINT "PK_statement_cursor" PRIMARY KEY ("Source");


--
-- Name: tool_key PK_tool_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tool_key
    ADD CONSTRAINT "PK_tool_key" PRIMARY KEY ("KeyId");


--
-- Name: tool_secret PK_tool_secret; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tool_secret
    ADD CONSTRAINT "PK_tool_secret" PRIMARY KEY ("Name");


--
-- Name: used_nonce PK_used_nonce; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.used_nonce
    ADD CONSTRAINT "PK_used_nonce" PRIMARY KEY ("OwnerId", "Nonce");


--
-- Name: lrs_activity lrs_activity_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lrs_activity
    ADD CONSTRAINT lrs_activity_pkey PRIMARY KEY (id);


--
-- Name: lrs_attachment lrs_attachment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lrs_attachment
    ADD CONSTRAINT lrs_attachment_pkey PRIMARY KEY (sha2);


--
-- Name: lrs_credential lrs_credential_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lrs_credential
    ADD CONSTRAINT lrs_credential_pkey PRIMARY KEY (key);


--
-- Name: lrs_document lrs_document_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lrs_document
    ADD CONSTRAINT lrs_document_pkey PRIMARY KEY (kind, owner, id);


--
-- Name: lrs_fact lrs_fact_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lrs_fact
    ADD CONSTRAINT lrs_fact_pkey PRIMARY KEY (seq) INCLUDE (verb, quarter);


--
-- Name: lrs_reference lrs_reference_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lrs_reference
    ADD CONSTRAINT lrs_reference_pkey PRIMARY KEY (target, seq);


--
-- Name: lrs_statement lrs_statement_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lrs_statement
    ADD CONSTRAINT lrs_statement_id_key UNIQUE (id);


--
-- Name: lrs_statement lrs_statement_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lrs_statement
    ADD CONSTRAINT lrs_statement_pkey PRIMARY KEY (seq);


--
-- Name: lrs_term lrs_term_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lrs_term
    ADD CONSTRAINT lrs_term_pkey PRIMARY KEY (term, seq);


--
-- Name: lrs_voided lrs_voided_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lrs_voided
    ADD CONSTRAINT lrs_voided_pkey PRIMARY KEY (seq);


--
-- Name: IX_account_Name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX "IX_account_Name" ON public.account USING btree ("Name") WHERE (("Kind")::text = 'Email'::text);


--
-- Name: IX_account_PersonId; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_account_PersonId" ON public.account USING btree ("PersonId");


--
-- Name: IX_account_PlatformId_Name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX "IX_account_PlatformId_Name" ON public.account USING btree ("PlatformId", "Name");


--
-- Name: IX_answer_PersonId; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_answer_PersonId" ON public.answer USING btree ("PersonId");


--
-- Name: IX_answer_QuestionId_AnsweredAt; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_answer_QuestionId_AnsweredAt" ON public.answer USING btree ("QuestionId", "AnsweredAt");


--
-- Name: IX_attention_JourneyId_Audience_PersonId_Kind; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_attention_JourneyId_Audience_PersonId_Kind" ON public.attention USING btree ("JourneyId", "Audience", "PersonId", "Kind");


--
-- Name: IX_attention_ParticipationId; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_attention_ParticipationId" ON public.attention USING btree ("ParticipationId");


--
-- Name: IX_attestation_EvidenceId_Revision_PersonId; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX "IX_attestation_EvidenceId_Revision_PersonId" ON public.attestation USING btree ("EvidenceId", "Revision", "PersonId");


--
-- Name: IX_attestation_PersonId; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_attestation_PersonId" ON public.attestation USING btree ("PersonId");


--
-- Name: IX_behaviour_standing_JourneyId_BehaviourId; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_behaviour_standing_JourneyId_BehaviourId" ON public.behaviour_standing USING btree ("JourneyId", "BehaviourId");


--
-- Name: IX_course_PlatformId_DeploymentId_ContextId; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX "IX_course_PlatformId_DeploymentId_ContextId" ON public.course USING btree ("PlatformId", "DeploymentId", "ContextId");


--
-- Name: IX_delivery_DedupeKey; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX "IX_delivery_DedupeKey" ON public.delivery USING btree ("DedupeKey");


--
-- Name: IX_delivery_SettledAt; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_delivery_SettledAt" ON public.delivery USING btree ("SettledAt") WHERE ((("State")::text = 'Sent'::text) AND (NOT "IsEmptied"));


--
-- Name: IX_delivery_State_Kind_Destination_NextAttemptAt; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_delivery_State_Kind_Destination_NextAttemptAt" ON public.delivery USING btree ("State", "Kind", "Destination", "NextAttemptAt");


--
-- Name: IX_delivery_SubjectId; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_delivery_SubjectId" ON public.delivery USING btree ("SubjectId");


--
-- Name: IX_design_PlatformId_ContextId; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_design_PlatformId_ContextId" ON public.design USING btree ("PlatformId", "ContextId");


--
-- Name: IX_device_PersonId; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_device_PersonId" ON public.device USING btree ("PersonId");


--
-- Name: IX_device_TokenHash; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX "IX_device_TokenHash" ON public.device USING btree ("TokenHash");


--
-- Name: IX_due_item_DueAt; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_due_item_DueAt" ON public.due_item USING btree ("DueAt");


--
-- Name: IX_due_item_Kind_SubjectId; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX "IX_due_item_Kind_SubjectId" ON public.due_item USING btree ("Kind", "SubjectId");


--
-- Name: IX_due_item_ParticipationId; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_due_item_ParticipationId" ON public.due_item USING btree ("ParticipationId");


--
-- Name: IX_enrolment_PersonId; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_enrolment_PersonId" ON public.enrolment USING btree ("PersonId");


--
-- Name: IX_evidence_ParticipationId_FoundStatementId; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX "IX_evidence_ParticipationId_FoundStatementId" ON public.evidence USING btree ("ParticipationId", "FoundStatementId");


--
-- Name: IX_evidence_ParticipationId_State; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_evidence_ParticipationId_State" ON public.evidence USING btree ("ParticipationId", "State");


--
-- Name: IX_evidence_State_SubmittedAt; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_evidence_State_SubmittedAt" ON public.evidence USING btree ("State", "SubmittedAt");


--
-- Name: IX_found_evidence_ParticipationId_StatementId; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX "IX_found_evidence_ParticipationId_StatementId" ON public.found_evidence USING btree ("ParticipationId", "StatementId");


--
-- Name: IX_found_evidence_StatementId; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_found_evidence_StatementId" ON public.found_evidence USING btree ("StatementId");


--
-- Name: IX_grade_posting_JourneyId_State; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_grade_posting_JourneyId_State" ON public.grade_posting USING btree ("JourneyId", "State");


--
-- Name: IX_guest_link_JourneyId; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_guest_link_JourneyId" ON public.guest_link USING btree ("JourneyId");


--
-- Name: IX_guest_link_PersonId; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_guest_link_PersonId" ON public.guest_link USING btree ("PersonId");


--
-- Name: IX_guest_link_TokenHash; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX "IX_guest_link_TokenHash" ON public.guest_link USING btree ("TokenHash");


--
-- Name: IX_invitation_Code; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX "IX_invitation_Code" ON public.invitation USING btree ("Code");


--
-- Name: IX_invitation_GroupId; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_invitation_GroupId" ON public.invitation USING btree ("GroupId");


--
-- Name: IX_invitation_PersonId_State; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_invitation_PersonId_State" ON public.invitation USING btree ("PersonId", "State");


--
-- Name: IX_journey_CourseId_ResourceLinkId; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX "IX_journey_CourseId_ResourceLinkId" ON public.journey USING btree ("CourseId", "ResourceLinkId");


--
-- Name: IX_journey_DesignId; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_journey_DesignId" ON public.journey USING btree ("DesignId");


--
-- Name: IX_journey_event_Id; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX "IX_journey_event_Id" ON public.journey_event USING btree ("Id");


--
-- Name: IX_journey_event_JourneyId_Sequence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_journey_event_JourneyId_Sequence" ON public.journey_event USING btree ("JourneyId", "Sequence");


--
-- Name: IX_journey_event_ParticipationId_Sequence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_journey_event_ParticipationId_Sequence" ON public.journey_event USING btree ("ParticipationId", "Sequence");


--
-- Name: IX_learning_group_JourneyId_Kind_State; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_learning_group_JourneyId_Kind_State" ON public.learning_group USING btree ("JourneyId", "Kind", "State");


--
-- Name: IX_learning_group_OwnerId; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX "IX_learning_group_OwnerId" ON public.learning_group USING btree ("OwnerId") WHERE ((("Kind")::text = 'BuddyPair'::text) AND (("State")::text <> 'Ended'::text));


--
-- Name: IX_meeting_GroupId_Sequence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_meeting_GroupId_Sequence" ON public.meeting USING btree ("GroupId", "Sequence");


--
-- Name: IX_membership_PersonId_State; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_membership_PersonId_State" ON public.membership USING btree ("PersonId", "State");


--
-- Name: IX_participation_JourneyId_PersonId; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX "IX_participation_JourneyId_PersonId" ON public.participation USING btree ("JourneyId", "PersonId");


--
-- Name: IX_participation_PersonId; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_participation_PersonId" ON public.participation USING btree ("PersonId");


--
-- Name: IX_platform_Issuer_ClientId; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX "IX_platform_Issuer_ClientId" ON public.platform USING btree ("Issuer", "ClientId");


--
-- Name: IX_question_EvidenceId; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_question_EvidenceId" ON public.question USING btree ("EvidenceId");


--
-- Name: IX_question_JourneyId_AnsweredAt_AnswerBy; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_question_JourneyId_AnsweredAt_AnswerBy" ON public.question USING btree ("JourneyId", "AnsweredAt", "AnswerBy");


--
-- Name: IX_question_ParticipationId; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_question_ParticipationId" ON public.question USING btree ("ParticipationId");


--
-- Name: IX_review_EvidenceId_Revision; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX "IX_review_EvidenceId_Revision" ON public.review USING btree ("EvidenceId", "Revision");


--
-- Name: IX_review_ReviewerId; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_review_ReviewerId" ON public.review USING btree ("ReviewerId");


--
-- Name: IX_session_HandleHash; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX "IX_session_HandleHash" ON public.session USING btree ("HandleHash");


--
-- Name: IX_session_LastSeenAt; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_session_LastSeenAt" ON public.session USING btree ("LastSeenAt");


--
-- Name: IX_used_nonce_ExpiresAt; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX "IX_used_nonce_ExpiresAt" ON public.used_nonce USING btree ("ExpiresAt");


--
-- Name: lrs_statement_stored; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX lrs_statement_stored ON public.lrs_statement USING btree (stored, seq);


--
-- Name: account FK_account_person_PersonId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT "FK_account_person_PersonId" FOREIGN KEY ("PersonId") REFERENCES public.person("Id") ON DELETE CASCADE;


--
-- Name: account FK_account_platform_PlatformId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT "FK_account_platform_PlatformId" FOREIGN KEY ("PlatformId") REFERENCES public.platform("Id") ON DELETE CASCADE;


--
-- Name: answer FK_answer_person_PersonId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answer
    ADD CONSTRAINT "FK_answer_person_PersonId" FOREIGN KEY ("PersonId") REFERENCES public.person("Id") ON DELETE RESTRICT;


--
-- Name: answer FK_answer_question_QuestionId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.answer
    ADD CONSTRAINT "FK_answer_question_QuestionId" FOREIGN KEY ("QuestionId") REFERENCES public.question("Id") ON DELETE CASCADE;


--
-- Name: attention FK_attention_participation_ParticipationId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attention
    ADD CONSTRAINT "FK_attention_participation_ParticipationId" FOREIGN KEY ("ParticipationId") REFERENCES public.participation("Id") ON DELETE CASCADE;


--
-- Name: attestation FK_attestation_evidence_EvidenceId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attestation
    ADD CONSTRAINT "FK_attestation_evidence_EvidenceId" FOREIGN KEY ("EvidenceId") REFERENCES public.evidence("Id") ON DELETE CASCADE;


--
-- Name: attestation FK_attestation_person_PersonId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attestation
    ADD CONSTRAINT "FK_attestation_person_PersonId" FOREIGN KEY ("PersonId") REFERENCES public.person("Id") ON DELETE RESTRICT;


--
-- Name: behaviour_standing FK_behaviour_standing_participation_ParticipationId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.behaviour_standing
    ADD CONSTRAINT "FK_behaviour_standing_participation_ParticipationId" FOREIGN KEY ("ParticipationId") REFERENCES public.participation("Id") ON DELETE CASCADE;


--
-- Name: course FK_course_platform_PlatformId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.course
    ADD CONSTRAINT "FK_course_platform_PlatformId" FOREIGN KEY ("PlatformId") REFERENCES public.platform("Id") ON DELETE CASCADE;


--
-- Name: deployment FK_deployment_platform_PlatformId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deployment
    ADD CONSTRAINT "FK_deployment_platform_PlatformId" FOREIGN KEY ("PlatformId") REFERENCES public.platform("Id") ON DELETE CASCADE;


--
-- Name: design FK_design_platform_PlatformId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.design
    ADD CONSTRAINT "FK_design_platform_PlatformId" FOREIGN KEY ("PlatformId") REFERENCES public.platform("Id") ON DELETE CASCADE;


--
-- Name: design_version FK_design_version_design_DesignId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.design_version
    ADD CONSTRAINT "FK_design_version_design_DesignId" FOREIGN KEY ("DesignId") REFERENCES public.design("Id") ON DELETE CASCADE;


--
-- Name: device FK_device_person_PersonId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.device
    ADD CONSTRAINT "FK_device_person_PersonId" FOREIGN KEY ("PersonId") REFERENCES public.person("Id") ON DELETE CASCADE;


--
-- Name: due_item FK_due_item_participation_ParticipationId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.due_item
    ADD CONSTRAINT "FK_due_item_participation_ParticipationId" FOREIGN KEY ("ParticipationId") REFERENCES public.participation("Id") ON DELETE CASCADE;


--
-- Name: enrolment FK_enrolment_course_CourseId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT "FK_enrolment_course_CourseId" FOREIGN KEY ("CourseId") REFERENCES public.course("Id") ON DELETE CASCADE;


--
-- Name: enrolment FK_enrolment_person_PersonId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT "FK_enrolment_person_PersonId" FOREIGN KEY ("PersonId") REFERENCES public.person("Id") ON DELETE CASCADE;


--
-- Name: evidence FK_evidence_participation_ParticipationId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT "FK_evidence_participation_ParticipationId" FOREIGN KEY ("ParticipationId") REFERENCES public.participation("Id") ON DELETE CASCADE;


--
-- Name: evidence_version FK_evidence_version_evidence_EvidenceId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evidence_version
    ADD CONSTRAINT "FK_evidence_version_evidence_EvidenceId" FOREIGN KEY ("EvidenceId") REFERENCES public.evidence("Id") ON DELETE CASCADE;


--
-- Name: found_evidence FK_found_evidence_participation_ParticipationId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.found_evidence
    ADD CONSTRAINT "FK_found_evidence_participation_ParticipationId" FOREIGN KEY ("ParticipationId") REFERENCES public.participation("Id") ON DELETE CASCADE;


--
-- Name: grade_posting FK_grade_posting_participation_ParticipationId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.grade_posting
    ADD CONSTRAINT "FK_grade_posting_participation_ParticipationId" FOREIGN KEY ("ParticipationId") REFERENCES public.participation("Id") ON DELETE CASCADE;


--
-- Name: guest_link FK_guest_link_journey_JourneyId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.guest_link
    ADD CONSTRAINT "FK_guest_link_journey_JourneyId" FOREIGN KEY ("JourneyId") REFERENCES public.journey("Id") ON DELETE CASCADE;


--
-- Name: invitation FK_invitation_learning_group_GroupId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT "FK_invitation_learning_group_GroupId" FOREIGN KEY ("GroupId") REFERENCES public.learning_group("Id") ON DELETE CASCADE;


--
-- Name: invitation FK_invitation_person_PersonId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT "FK_invitation_person_PersonId" FOREIGN KEY ("PersonId") REFERENCES public.person("Id") ON DELETE RESTRICT;


--
-- Name: journey FK_journey_course_CourseId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.journey
    ADD CONSTRAINT "FK_journey_course_CourseId" FOREIGN KEY ("CourseId") REFERENCES public.course("Id") ON DELETE CASCADE;


--
-- Name: journey_event FK_journey_event_journey_JourneyId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.journey_event
    ADD CONSTRAINT "FK_journey_event_journey_JourneyId" FOREIGN KEY ("JourneyId") REFERENCES public.journey("Id") ON DELETE CASCADE;


--
-- Name: learning_group FK_learning_group_journey_JourneyId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.learning_group
    ADD CONSTRAINT "FK_learning_group_journey_JourneyId" FOREIGN KEY ("JourneyId") REFERENCES public.journey("Id") ON DELETE CASCADE;


--
-- Name: learning_group FK_learning_group_participation_OwnerId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.learning_group
    ADD CONSTRAINT "FK_learning_group_participation_OwnerId" FOREIGN KEY ("OwnerId") REFERENCES public.participation("Id") ON DELETE CASCADE;


--
-- Name: meeting FK_meeting_learning_group_GroupId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meeting
    ADD CONSTRAINT "FK_meeting_learning_group_GroupId" FOREIGN KEY ("GroupId") REFERENCES public.learning_group("Id") ON DELETE CASCADE;


--
-- Name: membership FK_membership_learning_group_GroupId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT "FK_membership_learning_group_GroupId" FOREIGN KEY ("GroupId") REFERENCES public.learning_group("Id") ON DELETE CASCADE;


--
-- Name: membership FK_membership_person_PersonId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT "FK_membership_person_PersonId" FOREIGN KEY ("PersonId") REFERENCES public.person("Id") ON DELETE RESTRICT;


--
-- Name: participation FK_participation_journey_JourneyId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.participation
    ADD CONSTRAINT "FK_participation_journey_JourneyId" FOREIGN KEY ("JourneyId") REFERENCES public.journey("Id") ON DELETE CASCADE;


--
-- Name: participation FK_participation_person_PersonId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.participation
    ADD CONSTRAINT "FK_participation_person_PersonId" FOREIGN KEY ("PersonId") REFERENCES public.person("Id") ON DELETE RESTRICT;


--
-- Name: question FK_question_evidence_EvidenceId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.question
    ADD CONSTRAINT "FK_question_evidence_EvidenceId" FOREIGN KEY ("EvidenceId") REFERENCES public.evidence("Id") ON DELETE CASCADE;


--
-- Name: question FK_question_participation_ParticipationId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.question
    ADD CONSTRAINT "FK_question_participation_ParticipationId" FOREIGN KEY ("ParticipationId") REFERENCES public.participation("Id") ON DELETE CASCADE;


--
-- Name: review_draft FK_review_draft_evidence_EvidenceId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review_draft
    ADD CONSTRAINT "FK_review_draft_evidence_EvidenceId" FOREIGN KEY ("EvidenceId") REFERENCES public.evidence("Id") ON DELETE CASCADE;


--
-- Name: review FK_review_evidence_EvidenceId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review
    ADD CONSTRAINT "FK_review_evidence_EvidenceId" FOREIGN KEY ("EvidenceId") REFERENCES public.evidence("Id") ON DELETE CASCADE;


--
-- Name: review FK_review_person_ReviewerId; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review
    ADD CONSTRAINT "FK_review_person_ReviewerId" FOREIGN KEY ("ReviewerId") REFERENCES public.person("Id") ON DELETE RESTRICT;


--
-- PostgreSQL database dump complete
--

\unrestrict efhgInlrRmCiZw4hv7tUoss2iahNa9d3YSYE2fpqjlb5v6VkhfobXo5fsCVXhf8

