using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScrBudget.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Sampling : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditSamples",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SnapshotNumber = table.Column<int>(type: "int", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    FirstFiscalYear = table.Column<int>(type: "int", nullable: false),
                    LastFiscalYear = table.Column<int>(type: "int", nullable: false),
                    Population = table.Column<int>(type: "int", nullable: false),
                    ConfidencePerMille = table.Column<int>(type: "int", nullable: false),
                    MarginPerMille = table.Column<int>(type: "int", nullable: false),
                    ComputedSize = table.Column<int>(type: "int", nullable: false),
                    Size = table.Column<int>(type: "int", nullable: false),
                    SizeReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Seed = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    IsStratified = table.Column<bool>(type: "bit", nullable: false),
                    DrawnBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    DrawnAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AuditHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    AuditSequence = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditSamples", x => x.Number);
                    table.ForeignKey(
                        name: "FK_AuditSamples_Snapshots_SnapshotNumber",
                        column: x => x.SnapshotNumber,
                        principalTable: "Snapshots",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SampledCases",
                columns: table => new
                {
                    SampleNumber = table.Column<int>(type: "int", nullable: false),
                    DrawOrder = table.Column<int>(type: "int", nullable: false),
                    CaseNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CategoryCode = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    TestedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    TestedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Agrees = table.Column<bool>(type: "bit", nullable: true),
                    Response = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    RespondedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    RespondedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Reasons = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    AdjudicatedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    AdjudicatedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AuditHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    AuditSequence = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SampledCases", x => new { x.SampleNumber, x.DrawOrder });
                    table.ForeignKey(
                        name: "FK_SampledCases_AuditSamples_SampleNumber",
                        column: x => x.SampleNumber,
                        principalTable: "AuditSamples",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SampleStrata",
                columns: table => new
                {
                    ListOrder = table.Column<int>(type: "int", nullable: false),
                    SampleNumber = table.Column<int>(type: "int", nullable: false),
                    CategoryCode = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Population = table.Column<int>(type: "int", nullable: false),
                    Drawn = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SampleStrata", x => new { x.SampleNumber, x.ListOrder });
                    table.ForeignKey(
                        name: "FK_SampleStrata_AuditSamples_SampleNumber",
                        column: x => x.SampleNumber,
                        principalTable: "AuditSamples",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SampledScrs",
                columns: table => new
                {
                    ListOrder = table.Column<int>(type: "int", nullable: false),
                    SampleNumber = table.Column<int>(type: "int", nullable: false),
                    CaseOrder = table.Column<int>(type: "int", nullable: false),
                    ScrNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Type = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false),
                    CategoryCode = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Subcategory = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    ApprovedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Association = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true),
                    BorderCrossing = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Finding = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SampledScrs", x => new { x.SampleNumber, x.CaseOrder, x.ListOrder });
                    table.ForeignKey(
                        name: "FK_SampledScrs_SampledCases_SampleNumber_CaseOrder",
                        columns: x => new { x.SampleNumber, x.CaseOrder },
                        principalTable: "SampledCases",
                        principalColumns: new[] { "SampleNumber", "DrawOrder" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditSamples_SnapshotNumber",
                table: "AuditSamples",
                column: "SnapshotNumber");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SampledScrs");

            migrationBuilder.DropTable(
                name: "SampleStrata");

            migrationBuilder.DropTable(
                name: "SampledCases");

            migrationBuilder.DropTable(
                name: "AuditSamples");
        }
    }
}
