using System.Globalization;
using System.Text.Json;
using LearningBuddy.XApi.Lrs.Storage;
using LearningBuddy.XApi.Statements;
using LearningBuddy.XApi.Statements.Rules;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>In which form statements are returned.</summary>
internal enum StatementFormat
{
    /// <summary>As received.</summary>
    Exact,

    /// <summary>Only what identifies people, activities and verbs.</summary>
    Ids,

    /// <summary>With the definitions known best, in one language.</summary>
    Canonical,
}

/// <summary>The parameters of GET statements (2.1.3 of 1.0.3, 4.1.6.1 of 2.0).</summary>
internal sealed record StatementParameters
{
    private static readonly string[] OfMany =
        [
            "agent", "verb", "activity", "registration", "related_activities", "related_agents", "since", "until", "limit",
            "ascending", "cursor",
        ];

    private static readonly string[] OfAny = ["format", "attachments", "statementId", "voidedStatementId"];

    /// <value>One statement is asked for.</value>
    public Guid? StatementId { get; init; }

    /// <value>One voided statement is asked for.</value>
    public Guid? VoidedStatementId { get; init; }

    /// <value>Otherwise: this question.</value>
    public StatementQuery Query { get; init; } = new();

    /// <value>The form of the answer.</value>
    public StatementFormat Format { get; init; }

    /// <value>Whether attachment data comes along.</value>
    public bool Attachments { get; init; }

    /// <summary>Reads the parameters.</summary>
    /// <param name="request">The request.</param>
    /// <param name="pageSize">Most statements of a page.</param>
    public static (StatementParameters? Asked, LrsReply? Refusal) Read(LrsRequest request, int pageSize)
    {
        if (request.RefuseUnknownParameters([.. OfMany, .. OfAny]) is { } refusal)
        {
            return (null, refusal);
        }

        var reader = new ParameterReader(request);
        var single = reader.Uuid("statementId");
        var voided = reader.Uuid("voidedStatementId");
        if (single is not null || voided is not null)
        {
            if ((single is not null && voided is not null) || OfMany.Any(request.Query.ContainsKey))
            {
                return (
                    null,
                    LrsReply.BadRequest("LRS-140", "One statement is asked for by its id alone, with format and attachments at most."));
            }
        }

        var asked = new StatementParameters
        {
            StatementId = single,
            VoidedStatementId = voided,
            Format = reader.Format(),
            Attachments = reader.Boolean("attachments"),
            Query = ReadQuery(reader, pageSize),
        };
        return reader.Refusal is { } problem ? (null, problem) : (asked, null);
    }

    private static StatementQuery ReadQuery(ParameterReader reader, int pageSize)
    {
        var limit = reader.Integer("limit") ?? 0;
        var query = new StatementQuery
        {
            Since = reader.Timestamp("since"),
            Until = reader.Timestamp("until"),
            Ascending = reader.Boolean("ascending"),
            Limit = limit == 0 ? pageSize : (int)Math.Min(limit, pageSize),
            Cursor = reader.Integer("cursor"),
        };
        var filters = new StatementFilters
        {
            Agent = reader.Agent(),
            RelatedAgents = reader.Boolean("related_agents"),
            Verb = reader.Iri("verb"),
            Activity = reader.Iri("activity"),
            RelatedActivities = reader.Boolean("related_activities"),
            Registration = reader.Uuid("registration"),
        };
        return reader.Refusal is null ? query.Matching(filters) : query;
    }
}
