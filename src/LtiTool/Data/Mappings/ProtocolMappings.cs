using LearningBuddy.LtiTool.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LearningBuddy.LtiTool.Data.Mappings;

internal sealed class ProtocolMappings :
    IEntityTypeConfiguration<PlatformRow>, IEntityTypeConfiguration<DeploymentRow>, IEntityTypeConfiguration<SessionRow>,
    IEntityTypeConfiguration<UsedNonceRow>, IEntityTypeConfiguration<ToolKeyRow>, IEntityTypeConfiguration<ProtectionKeyRow>,
    IEntityTypeConfiguration<ToolSecretRow>, IEntityTypeConfiguration<PushKeyRow>
{
    public void Configure(EntityTypeBuilder<PlatformRow> builder)
    {
        builder.ToTable(Tables.Platform);
        builder.Property(platform => platform.Id).ValueGeneratedNever();
        builder.Ignore(platform => platform.HomePageList);
        builder.HasIndex(platform => new { platform.Issuer, platform.ClientId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DeploymentRow> builder)
    {
        builder.ToTable(Tables.Deployment);
        builder.HasKey(deployment => new { deployment.PlatformId, deployment.DeploymentId });
        builder.HasOne<PlatformRow>().WithMany().HasForeignKey(deployment => deployment.PlatformId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SessionRow> builder)
    {
        builder.ToTable(Tables.Session);
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.HasIndex(session => session.HandleHash).IsUnique();
        builder.HasIndex(session => session.LastSeenAt);
    }

    public void Configure(EntityTypeBuilder<UsedNonceRow> builder)
    {
        builder.ToTable(Tables.UsedNonce);
        builder.HasKey(nonce => new { nonce.OwnerId, nonce.Nonce });
        builder.HasIndex(nonce => nonce.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<ToolKeyRow> builder)
    {
        builder.ToTable("tool_key");
        builder.HasKey(key => key.KeyId);
    }

    public void Configure(EntityTypeBuilder<ProtectionKeyRow> builder)
    {
        builder.ToTable("protection_key");
        builder.HasKey(key => key.Name);
    }

    public void Configure(EntityTypeBuilder<ToolSecretRow> builder)
    {
        builder.ToTable("tool_secret");
        builder.HasKey(secret => secret.Name);
    }

    public void Configure(EntityTypeBuilder<PushKeyRow> builder)
    {
        builder.ToTable("push_key");
        builder.HasKey(key => key.Number);
        builder.Property(key => key.Number).ValueGeneratedNever();
    }
}
