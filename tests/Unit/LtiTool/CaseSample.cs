namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>A package as CASE 1.1 has it, with what an exporter adds, and with what one may leave out.</summary>
internal static class CaseSample
{
    public const string Package = """
        {
          "CFDocument": { "identifier": "0d2f8c1e-0000-4000-8000-000000000000", "uri": "https://case.example/d", "title": "Leading", "creator": "Us", "caseVersion": "1.1" },
          "CFAssociations": [
            { "associationType": "isChildOf", "sequenceNumber": 1,
              "originNodeURI": { "title": "Leading", "identifier": "0D2F8C1E-0000-4000-8000-000000000001", "uri": "https://case.example/1" },
              "destinationNodeURI": { "title": "Leading", "identifier": "0d2f8c1e-0000-4000-8000-000000000000", "uri": "https://case.example/d" } },
            { "associationType": "isChildOf", "originNodeURI": { "identifier": "0d2f8c1e-0000-4000-8000-000000000002" },
              "destinationNodeURI": { "identifier": "0d2f8c1e-0000-4000-8000-000000000001" } },
            { "associationType": "isChildOf", "sequenceNumber": 20, "originNodeURI": { "identifier": "0d2f8c1e-0000-4000-8000-000000000003" },
              "destinationNodeURI": { "identifier": "0d2f8c1e-0000-4000-8000-000000000002" } },
            { "associationType": "isChildOf", "sequenceNumber": 10, "originNodeURI": { "identifier": "0d2f8c1e-0000-4000-8000-000000000004" },
              "destinationNodeURI": { "identifier": "0d2f8c1e-0000-4000-8000-000000000002" } },
            { "associationType": "isRelatedTo", "originNodeURI": { "identifier": "0d2f8c1e-0000-4000-8000-000000000003" },
              "destinationNodeURI": { "identifier": "0d2f8c1e-0000-4000-8000-000000000004" } },
            { "associationType": "isChildOf", "originNodeURI": { "identifier": "urn:x:item:6" },
              "destinationNodeURI": { "identifier": "0d2f8c1e-0000-4000-8000-000000000005" } },
            { "associationType": "isChildOf", "originNodeURI": { "identifier": "elsewhere" },
              "destinationNodeURI": { "identifier": "0d2f8c1e-0000-4000-8000-000000000003" } },
            { "associationType": "isChildOf" }
          ],
          "CFItems": [
            { "identifier": "0D2F8C1E-0000-4000-8000-000000000001", "fullStatement": "Lead", "humanCodingScheme": "L", "CFItemType": "Domain" },
            { "identifier": "0D2F8C1E-0000-4000-8000-000000000002", "fullStatement": "Virtual meetings", "educationLevel": ["AD"] },
            { "identifier": "0D2F8C1E-0000-4000-8000-000000000003", "fullStatement": "draw out quiet voices", "notes": "ask by name", "lastChangeDateTime": "2026-01-01T00:00:00Z" },
            { "identifier": "0D2F8C1E-0000-4000-8000-000000000004", "fullStatement": "keep the time", "extensions": { "x": 1 } },
            { "identifier": "0D2F8C1E-0000-4000-8000-000000000005", "abbreviatedStatement": "Brief",
              "fullStatement": "A statement that says at great length what this competency is all about, so that no name could hold it." },
            { "identifier": "urn:x:item:6", "fullStatement": "ask before telling", "notes": null },
            { "fullStatement": "say thank you" }
          ],
          "CFDefinitions": {}
        }
        """;
}
