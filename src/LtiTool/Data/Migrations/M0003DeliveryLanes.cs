using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LearningBuddy.LtiTool.Data.Migrations;

/// <summary>Each destination has a queue of its own: the index that finds what is due knows them apart.</summary>
[DbContext(typeof(BuddyDbContext))]
[Migration("20261125070000_DeliveryLanes")]
internal sealed class M0003DeliveryLanes : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_delivery_State_NextAttemptAt", "delivery");
        migrationBuilder.CreateIndex(
            "IX_delivery_State_Kind_Destination_NextAttemptAt", "delivery", ["State", "Kind", "Destination", "NextAttemptAt"]);
    }
}
