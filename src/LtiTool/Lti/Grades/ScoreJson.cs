using System.Globalization;
using System.Text.Json.Nodes;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>A score as it goes over the wire: one line of ASCII, since a platform may put it into its status line.</summary>
internal static class ScoreJson
{
    /// <summary>The document for a platform.</summary>
    /// <exception cref="ArgumentException">Points without a maximum, or out of range.</exception>
    public static string Write(Score score, StandardLms lms)
    {
        if (score.Given is { } given && (given < 0 || score.Maximum is not > 0))
        {
            throw new ArgumentException("Points are 0 or more, and need a maximum above 0.", nameof(score));
        }

        var json = new JsonObject
        {
            ["userId"] = score.Subject,
            ["timestamp"] = Moment(score.At),
            ["activityProgress"] = score.Activity.ToString(),
            ["gradingProgress"] = score.Grading.ToString(),
        };
        if (score.Given is not null)
        {
            json["scoreGiven"] = score.Given;
            json["scoreMaximum"] = score.Maximum;
        }

        Add(json, "comment", score.Comment);
        Add(json, "scoringUserId", score.ScoringSubject);
        if (score.SubmittedAt is { } submittedAt)
        {
            json["submission"] = new JsonObject { ["submittedAt"] = Moment(submittedAt) };
        }

        lms.ExtendScore(json, score);
        return json.ToJsonString();
    }

    private static void Add(JsonObject json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json[name] = text;
        }
    }

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
