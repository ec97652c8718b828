namespace LearningBuddy.XApi.Lrs.Storage.Postgres;

/// <summary>
/// The view <c>lrs_statement_flat</c> for dashboards: one row a statement, one column a thing to group by. Nothing a sender writes can
/// break it: what PostgreSQL could not convert (a zero character, a number without end, a zone beyond its range) is null. Two thirds
/// written as a double have up to 17 digits behind the point.
/// </summary>
internal static class FlatView
{
    public const string Sql =
        """
        CREATE OR REPLACE VIEW lrs_statement_flat AS
        SELECT
            s.seq,
            s.id,
            to_timestamp(s.stored / 1000.0) AS stored_at,
            CASE WHEN j ->> 'timestamp' ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$' AND j ->> 'timestamp' !~ '^0000'
                THEN (j ->> 'timestamp')::timestamptz END AS occurred_at,
            COALESCE(j #>> '{actor,account,name}', j #>> '{actor,mbox}', j #>> '{actor,mbox_sha1sum}', j #>> '{actor,openid}') AS actor,
            j #>> '{actor,account,homePage}' AS actor_home_page,
            j #>> '{verb,id}' AS verb_id,
            COALESCE(j #>> '{verb,display,en}', (SELECT value FROM json_each_text(j #> '{verb,display}') LIMIT 1)) AS verb,
            COALESCE(j #>> '{object,id}', j #>> '{object,account,name}') AS object_id,
            j #>> '{object,definition,type}' AS object_type,
            COALESCE(
                j #>> '{object,definition,name,en}',
                (SELECT value FROM json_each_text(j #> '{object,definition,name}') LIMIT 1)) AS object_name,
            j #>> '{context,registration}' AS registration,
            COALESCE(
                j #>> '{context,contextActivities,parent,0,id}',
                CASE WHEN j #>> '{object,id}' LIKE '%/xapi/activities/journeys/%' THEN j #>> '{object,id}' END) AS journey_id,
            (SELECT value FROM json_each_text(COALESCE(
                j #> '{context,contextActivities,parent,0,definition,name}',
                CASE WHEN j #>> '{object,id}' LIKE '%/xapi/activities/journeys/%' THEN j #> '{object,definition,name}' END))
                LIMIT 1) AS journey_name,
            j #>> '{context,contextActivities,grouping,0,id}' AS course_id,
            (SELECT value FROM json_each_text(j #> '{context,contextActivities,grouping,0,definition,name}') LIMIT 1) AS course_name,
            j #>> '{context,contextActivities,grouping,1,id}' AS sprint_id,
            (SELECT value FROM json_each_text(j #> '{context,contextActivities,grouping,1,definition,name}') LIMIT 1) AS sprint_name,
            (j #>> '{result,success}')::boolean AS success,
            (j #>> '{result,completion}')::boolean AS completion,
            CASE WHEN j #>> '{result,score,scaled}' ~ '^-?\d(\.\d{1,20})?$'
                THEN (j #>> '{result,score,scaled}')::float8 END AS score_scaled,
            CASE WHEN j #>> '{result,score,raw}' ~ '^-?\d{1,15}(\.\d{1,20})?$' THEN (j #>> '{result,score,raw}')::float8 END AS score_raw,
            j #>> '{result,duration}' AS duration,
            j #>> '{context,statement,id}' AS answers_statement,
            j #>> '{context,extensions,https://w3id.org/xapi/learning-buddy/extensions/reviewer-role}' AS reviewer_role,
            j #>> '{context,platform}' AS platform,
            j #>> '{context,language}' AS language,
            COALESCE(j #>> '{context,contextActivities,category,0,id}' LIKE 'https://w3id.org/xapi/learning-buddy/v%', false)
                AS of_learning_buddy
        FROM lrs_statement s
        CROSS JOIN LATERAL (SELECT CASE WHEN position('\u0000' IN s.payload) = 0 THEN s.payload::json END AS j) AS parsed
        WHERE NOT EXISTS (SELECT 1 FROM lrs_voided v WHERE v.seq = s.seq);
        """;
}
