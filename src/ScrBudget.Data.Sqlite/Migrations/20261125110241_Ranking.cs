using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScrBudget.Data.Sqlite.Migrations
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
                    BudgetYear = table.Column<int>(type: "INTEGER", nullable: false),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Numbers = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    TargetDollars = table.Column<long>(type: "INTEGER", nullable: true),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuditHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AuditSequence = table.Column<int>(type: "INTEGER", nullable: false)
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
