using ScrBudget.Domain.Requests;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Requests;

public sealed class CostLineTests
{
    private static readonly PositionLineInput Agent = new("Agent", 10, 200_000);
    private static readonly NonPersonnelLineInput Lease = new(
        "Lease",
        ObjectClass.ContractsAndSupplies,
        100_000,
        2,
        IsRecurring: true
    );

    private static DateTime At => TestClock.StartUtc;

    public static TheoryData<PositionLineInput, string> WrongPositions =>
        new()
        {
            { Agent with { Type = " \0 " }, "field-invalid" },
            { Agent with { Type = new string('x', PositionLine.TypeLength + 1) }, "text-too-long" },
            { Agent with { Count = 0 }, "field-invalid" },
            { Agent with { Count = PositionLine.MaximumCount + 1 }, "field-invalid" },
            { Agent with { Count = -PositionLine.MaximumCount - 1 }, "field-invalid" },
            { Agent with { Count = int.MinValue }, "field-invalid" },
            { Agent with { FullYearCost = -1 }, "field-invalid" },
            { Agent with { FullYearCost = PositionLine.MaximumCost + 1 }, "field-invalid" },
            { Agent with { FullYearCost = long.MaxValue }, "field-invalid" },
            { Agent with { FirstYearPercent = 0 }, "field-invalid" },
            { Agent with { FirstYearPercent = 101 }, "field-invalid" },
        };

    public static TheoryData<NonPersonnelLineInput, string> WrongItems =>
        new()
        {
            { Lease with { Item = "" }, "field-invalid" },
            { Lease with { Item = new string('x', NonPersonnelLine.ItemLength + 1) }, "text-too-long" },
            { Lease with { ObjectClass = (ObjectClass)10 }, "field-invalid" },
            { Lease with { UnitCost = 0 }, "field-invalid" },
            { Lease with { UnitCost = NonPersonnelLine.MaximumCost + 1 }, "field-invalid" },
            { Lease with { UnitCost = long.MinValue }, "field-invalid" },
            { Lease with { Quantity = 0 }, "field-invalid" },
            { Lease with { Quantity = -1 }, "field-invalid" },
            { Lease with { Quantity = NonPersonnelLine.MaximumQuantity + 1 }, "field-invalid" },
            // Each within its limit, the product not.
            { Lease with { UnitCost = NonPersonnelLine.MaximumCost, Quantity = 11 }, "field-invalid" },
            { Lease with { UnitCost = -NonPersonnelLine.MaximumCost, Quantity = 999_999 }, "field-invalid" },
        };

    public static TheoryData<PositionLineInput> PositionsAtTheLimit =>
        [
            Agent with
            {
                Count = PositionLine.MaximumCount,
                FullYearCost = PositionLine.MaximumCost,
            },
            Agent with
            {
                Count = -PositionLine.MaximumCount,
                FirstYearPercent = 100,
            },
            Agent with
            {
                Count = 1,
                FullYearCost = 0,
                FirstYearPercent = 1,
            },
            Agent with
            {
                Type = new string('x', PositionLine.TypeLength),
            },
        ];

    [Theory]
    [MemberData(nameof(WrongPositions))]
    public void AddPositions_BeyondALimit_IsRefusedAndNamesTheField(PositionLineInput input, string code)
    {
        var request = Draft();

        var added = request.AddPositions(input, At);
        var revised = request.RevisePositions(
            request.PositionLines[0].Id,
            input,
            request.LineVersion(request.PositionLines[0].Id),
            At
        );

        Assert.Equal(code, added.Refusal?.Code);
        Assert.Equal(code, revised.Refusal?.Code);
        Assert.Single(request.PositionLines);
        Assert.Empty(request.Audit.Pending);
    }

    [Theory]
    [MemberData(nameof(WrongItems))]
    public void AddNonPersonnel_BeyondALimit_IsRefusedAndNamesTheField(NonPersonnelLineInput input, string code)
    {
        var request = Draft();

        var added = request.AddNonPersonnel(input, At);
        var revised = request.ReviseNonPersonnel(
            request.NonPersonnelLines[0].Id,
            input,
            request.LineVersion(request.NonPersonnelLines[0].Id),
            At
        );

        Assert.Equal(code, added.Refusal?.Code);
        Assert.Equal(code, revised.Refusal?.Code);
        Assert.Single(request.NonPersonnelLines);
        Assert.Empty(request.Audit.Pending);
    }

    [Theory]
    [MemberData(nameof(PositionsAtTheLimit))]
    public void AddPositions_AtALimit_IsDone(PositionLineInput input)
    {
        var request = Draft();

        Assert.True(request.AddPositions(input, At).IsDone);
        Assert.Equal(input.Count + 10, request.Cost(5).Positions);
    }

    [Fact]
    public void AddLine_BeyondAFullPlan_IsRefused_RemovedLinesCount()
    {
        var request = new RequestBuilder()
            .WithoutFigures()
            .Costing(Enumerable.Repeat(Agent, ResourceRequest.MaximumLines), [.. Enumerable.Repeat(Lease, 60)])
            .Build();
        _ = request.SetRemoved(
            request.PositionLines[0].Id,
            isRemoved: true,
            request.LineVersion(request.PositionLines[0].Id),
            At
        );

        Assert.Equal("cost-lines-full", request.AddPositions(Agent, At).Refusal?.Code);
        Assert.Equal("cost-lines-full", request.AddNonPersonnel(Lease, At).Refusal?.Code);
    }

    [Fact]
    public void Lines_KeepTheOrderOfEntry()
    {
        var request = Draft();
        _ = request.AddPositions(Agent with { Type = "Second" }, At);
        _ = request.AddPositions(Agent with { Type = "Third" }, At);

        Assert.Equal(["Agent", "Second", "Third"], request.PositionLines.Select(line => line.Type));
        Assert.Equal([1, 2, 3], request.PositionLines.Select(line => line.Order));
    }

    [Fact]
    public void ReviseLine_NotesBeforeAndAfter()
    {
        var request = Draft();

        Assert.True(
            request
                .RevisePositions(
                    request.PositionLines[0].Id,
                    Agent with
                    {
                        Count = 12,
                    },
                    request.LineVersion(request.PositionLines[0].Id),
                    At
                )
                .IsDone
        );

        var change = Assert.Single(request.Audit.Pending);
        Assert.Equal("Revised a position line", change.Action);
        Assert.Equal("10 × Agent at $200,000 a year, first year 50 %", change.Before);
        Assert.Equal("12 × Agent at $200,000 a year, first year 50 %", change.After);
    }

    [Fact]
    public void ChangeThatChangesNothing_NotesNothing()
    {
        var request = Draft();
        var positions = request.PositionLines[0].Id;
        var item = request.NonPersonnelLines[0].Id;

        Assert.True(
            request
                .RevisePositions(positions, Agent with { Type = " Agent " }, request.LineVersion(positions), At)
                .IsDone
        );
        Assert.True(request.ReviseNonPersonnel(item, Lease, request.LineVersion(item), At).IsDone);
        Assert.True(request.SetRemoved(positions, isRemoved: false, request.LineVersion(positions), At).IsDone);
        Assert.True(request.SetRemoved(item, isRemoved: false, request.LineVersion(item), At).IsDone);
        Assert.True(request.Override(positions, 2029, null, "", 5, request.LineVersion(positions), At).IsDone);

        Assert.Empty(request.Audit.Pending);
    }

    [Fact]
    public void UnknownLine_IsRefused()
    {
        var request = Draft();
        var unknown = Guid.NewGuid();

        Assert.Equal(
            "cost-line-not-found",
            request.RevisePositions(unknown, Agent, request.LineVersion(unknown), At).Refusal?.Code
        );
        Assert.Equal(
            "cost-line-not-found",
            request.ReviseNonPersonnel(unknown, Lease, request.LineVersion(unknown), At).Refusal?.Code
        );
        Assert.Equal(
            "cost-line-not-found",
            request.SetRemoved(unknown, true, request.LineVersion(unknown), At).Refusal?.Code
        );
        Assert.Equal(
            "cost-line-not-found",
            request.Override(unknown, 2029, Money.Zero, "reason", 5, request.LineVersion(unknown), At).Refusal?.Code
        );
        Assert.Empty(request.Audit.Pending);
    }

    /// <summary>One line of each kind, everything up to here saved.</summary>
    private static ResourceRequest Draft()
    {
        var request = new RequestBuilder().WithoutFigures().Costing([Agent], Lease).Build();
        _ = request.Audit.Write(request.AuditSubject, RequestBuilder.Author, At, request.State());
        return request;
    }
}
