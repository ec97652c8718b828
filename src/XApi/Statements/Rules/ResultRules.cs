using System.Text.Json;

namespace LearningBuddy.XApi.Statements.Rules;

/// <summary>Results and scores (2.4.5 of 1.0.3, 4.2.2.4 of 2.0).</summary>
internal static class ResultRules
{
    public static StatementProblem? Result(JsonElement result)
    {
        if (ValueRules.Object(result) is { } notAnObject)
        {
            return notAnObject;
        }

        foreach (var property in result.EnumerateObject())
        {
            var problem = property.Name switch
            {
                "score" => Score(property.Value),
                "success" or "completion" => ValueRules.Boolean(property.Value),
                "response" => ValueRules.Text(property.Value),
                "duration" => ValueRules.Duration(property.Value),
                "extensions" => ValueRules.Extensions(property.Value),
                _ => Problems.UnknownKey,
            };
            if (problem is not null)
            {
                return problem.In(property.Name);
            }
        }

        return null;
    }

    private static StatementProblem? Score(JsonElement score)
    {
        if (ValueRules.Object(score) is { } notAnObject)
        {
            return notAnObject;
        }

        double? raw = null, min = null, max = null;
        foreach (var property in score.EnumerateObject())
        {
            if (ValueRules.Number(property.Value) is { } problem)
            {
                return problem.In(property.Name);
            }

            var number = property.Value.GetDouble();
            switch (property.Name)
            {
                case "scaled" when number is < -1 or > 1:
                    return Problems.ScaledRange.In("scaled");
                case "scaled":
                    break;
                case "raw":
                    raw = number;
                    break;
                case "min":
                    min = number;
                    break;
                case "max":
                    max = number;
                    break;
                default:
                    return Problems.UnknownKey.In(property.Name);
            }
        }

        return min >= max ? Problems.MinBelowMax.In("min") : raw < min || raw > max ? Problems.RawRange.In("raw") : null;
    }
}
