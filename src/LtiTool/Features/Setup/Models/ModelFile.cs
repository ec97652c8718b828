using System.Text;
using System.Text.Json;

namespace LearningBuddy.LtiTool.Features.Setup.Models;

/// <summary>Reads a model from a file: CSV, JSON or CASE, by what it holds.</summary>
internal static class ModelFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file of UTF-8, with or without its mark. Bytes that are something else are told, not guessed.</summary>
    public static Task<ModelRead> ReadAsync(byte[] content)
    {
        string text;
        try
        {
            text = Strict.GetString(content).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException odd)
        {
            return Task.FromResult(NoText(content.AsSpan(0, Math.Clamp(odd.Index, 0, content.Length)).Count((byte)'\n') + 1));
        }

        // UTF-16 of plain letters is UTF-8 with a zero beside each.
        return text.IndexOf('\0', StringComparison.Ordinal) is var zero and >= 0
            ? Task.FromResult(NoText(text.AsSpan(0, zero).Count('\n') + 1))
            : text.AsSpan().TrimStart() is ['{' or '[', ..] ? JsonAsync(text) : Task.FromResult(ModelCsv.Read(text));
    }

    private static async Task<ModelRead> JsonAsync(string json)
    {
        try
        {
            using (JsonDocument.Parse(json))
            {
                var root = ModelJson.Parse(json);
                return CasePackage.Is(root) ? CasePackage.Read(root) : await ModelJson.ReadAsync(json);
            }
        }
        catch (JsonException fault)
        {
            var (line, column) = ((int)(fault.LineNumber ?? 0) + 1, (int)(fault.BytePositionInLine ?? 0) + 1);
            return new(null, [new(line, column, "setup.template.no-json", fault.Message.Split(" LineNumber")[0])]);
        }
        catch (Newtonsoft.Json.JsonReaderException fault)
        {
            // A property that is there twice, or a number that is too large to be one.
            var (line, column) = (Math.Max(fault.LineNumber, 1), Math.Max(fault.LinePosition, 1));
            return new(null, [new(line, column, "setup.template.no-json", fault.Message.Split(" Path ")[0])]);
        }
    }

    private static ModelRead NoText(int line) => new(null, [new(line, 1, "setup.model.no-utf8")]);
}
