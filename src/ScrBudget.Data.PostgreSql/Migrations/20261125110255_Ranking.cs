using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScrBudget.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Ranking : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Rankings",
                columns: table => new
                {
                    BudgetYear = table.Column<int>(type: "integer", nullable: false),
                    OfficeCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Numbers = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    TargetDollars = table.Column<long>(type: "bigint", nullable: true),
                    ChangedBy = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    AuditHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AuditSequence = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rankings", x => new { x.BudgetYear, x.OfficeCode });
                    table.ForeignKey(
                        name: "FK_Rankings_Cycles_BudgetYear",
                        column: x => x.BudgetYear,
                        principalTable: "Cycles",
                        principalColumn: "BudgetYear",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Rankings");
        }
    }
}
