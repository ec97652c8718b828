using System.Text;
using System.Text.Json;
using LearningBuddy.XApi.Client;
using LearningBuddy.XApi.Lrs.Access;
using LearningBuddy.XApi.Lrs.Http;
using LearningBuddy.XApi.Lrs.Storage;
using LearningBuddy.XApi.Statements;
using Xunit;

namespace LearningBuddy.Tests.Unit.XApi;

public sealed class LrsPartsTests
{
    [Fact]
    public void Definitions_collect_languages_and_the_later_value_wins()
    {
        var merged = ActivityDefinitions.Merge(
            """{"type":"http://x.example/t","name":{"en":"One","de":"Eins"},"moreInfo":"http://x.example/m"}""",
            """{"name":{"en":"First","fr":"Un"},"type":"http://x.example/u"}""");

        Assert.True(JsonElement.DeepEquals(
            JsonElement.Parse("""{"type":"http://x.example/u","name":{"en":"First","de":"Eins","fr":"Un"},"moreInfo":"http://x.example/m"}"""),
            JsonElement.Parse(merged)));
    }

    [Theory]
    [InlineData("", "en")]
    [InlineData("de", "de")]
    [InlineData("de-AT", "de")]
    [InlineData("fr, de;q=0.5", "de")]
    [InlineData("fr;q=0.1, en;q=0.9, de;q=0.5", "en")]
    [InlineData("pt", "pt-BR")]
    [InlineData("de;q=0", "en")]
    [InlineData(";;;", "en")]
    public void The_language_that_fits_best_is_chosen(string header, string tag)
    {
        var map = JsonElement.Parse("""{"de":"Eins","en":"One","pt-BR":"Um"}""");

        Assert.Equal(tag, LanguageChoice.Parse(header).Best(map)!.Value.Name);
    }

    [Theory]
    [InlineData("Basic a2V5OnNlY3JldA==", "key", "secret")]
    [InlineData("basic  a2V5OnNlOmNyZXQ= ", "key", "se:cret")]
    [InlineData("Basic ***", null, null)]
    [InlineData("Basic a2V5", null, null)]
    [InlineData("Bearer a2V5OnNlY3JldA==", null, null)]
    [InlineData(null, null, null)]
    public void Credentials_are_read_from_the_header(string? header, string? key, string? secret)
    {
        var pair = BasicAuthentication.Parse(header);

        Assert.Equal((key, secret), (pair?.Key, pair?.Secret));
    }

    [Theory]
    [InlineData("https://lrs.example/xapi", "https://lrs.example/xapi/")]
    [InlineData(" https://lrs.example/xAPI/ ", "https://lrs.example/xAPI/")]
    [InlineData("https://lrs.example/xapi/statements/", "https://lrs.example/xapi/")]
    [InlineData("https://lrs.example:8443/xapi/about", "https://lrs.example:8443/xapi/")]
    [InlineData("http://lrs.example", "http://lrs.example/")]
    [InlineData("ftp://lrs.example/", null)]
    [InlineData("lrs.example/xapi", null)]
    public void Addresses_are_put_right(string pasted, string? address) => Assert.Equal(address, LrsEndpoint.Parse(pasted)?.AbsoluteUri);

    [Theory]
    [InlineData(120, 10, new[] { 50, 50, 20 })]
    [InlineData(3, 300_000, new[] { 1, 1, 1 })]
    [InlineData(4, 200_000, new[] { 2, 2 })]
    [InlineData(1, 900_000, new[] { 1 })]
    [InlineData(0, 10, new int[0])]
    public void Batches_keep_both_limits(int count, int bytes, int[] sizes)
    {
        var statements = Enumerable.Range(0, count).Select(_ => new FrozenStatement(Guid.NewGuid(), new byte[bytes])).ToList();

        Assert.Equal(sizes, Batches.Split(statements).Select(batch => batch.Count));
    }

    [Theory]
    [InlineData("1.0", XApiVersion.V103)]
    [InlineData("1.0.2", XApiVersion.V103)]
    [InlineData("1.0.9", XApiVersion.V103)]
    [InlineData("2.0", XApiVersion.V200)]
    [InlineData("2.0.0", XApiVersion.V200)]
    [InlineData("0.9", null)]
    [InlineData("1.1.0", null)]
    [InlineData("2.1.0", null)]
    [InlineData("1.0.", null)]
    [InlineData("1.0.x", null)]
    [InlineData("", null)]
    public void Versions_are_read_by_their_first_two_numbers(string header, XApiVersion? version) => Assert.Equal(version, XApiVersions.Parse(header));

    [Fact]
    public void Ids_are_those_of_RFC_9562()
    {
        // Appendix A.4: UUIDv5 of www.example.com in the DNS namespace.
        Assert.Equal(
            new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"),
            StatementIds.NameBased(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"));
        Assert.Equal(
            StatementIds.Namespace, StatementIds.NameBased(new Guid("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), "https://w3id.org/xapi/learning-buddy"));
    }

    [Fact]
    public void A_secret_fits_its_hash_alone()
    {
        var (secret, salt) = (SecretHash.NewSecret(), SecretHash.NewSalt());
        var hash = SecretHash.Of(secret, salt);

        Assert.True(SecretHash.Fits(secret, salt, hash));
        Assert.False(SecretHash.Fits(secret + " ", salt, hash));
        Assert.Equal(43, Encoding.UTF8.GetByteCount(secret));
    }
}
