using System.Buffers.Text;
using System.Security.Cryptography;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>The browser of the push tests reads the example of the standard: what it reads of ours is encrypted as the standard says.</summary>
public sealed class PushVectorTests
{
    [Fact]
    public void The_example_of_RFC_8291_is_read()
    {
        var point = Base64Url.DecodeFromChars("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");
        using var receiver = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = Base64Url.DecodeFromChars("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"),
            Q = new() { X = point[1..33], Y = point[33..65] },
        });
        var body = Base64Url.DecodeFromChars(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");

        var text = PushService.Decrypt(body, receiver, point, Base64Url.DecodeFromChars("BTBZMqHH6r4Tts7J_aSIgg"));

        Assert.Equal("When I grow up, I want to be a watermelon", text);
    }
}
