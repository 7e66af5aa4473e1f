using ScrBudget.Application.Audit;
using ScrBudget.Application.ScrData;
using ScrBudget.Application.ScrData.Taxonomy;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.ScrData.Intake;

/// <summary>Decisions about categories: each is one audited row, and the catalogue follows it.</summary>
public sealed class TaxonomyTests : IAsyncLifetime
{
    private TestSystem? system;

    private TestSystem System => system!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => system = await TestSystem.CreateAsync();

    public async ValueTask DisposeAsync() => await System.DisposeAsync();

    [Fact]
    public async Task Map_MakesTheCatalogueKnowTheText_AndLeavesVerifiableEvidence()
    {
        Assert.Null((await MapAsync("  Sea crimes ", "National Security", People.Steward)).Refusal);

        var catalogue = await CatalogueAsync();
        Assert.True(catalogue.TryFind("SEA CRIMES", out var category));
        Assert.Equal("NS", category.Code);
        var verified = await System.Get<VerifyEvidence>().ExecuteAsync(People.Auditor, Cancellation);
        Assert.Empty(verified.Value.Problems);
    }

    [Fact]
    public async Task Map_OfATextThatMeansSomethingAlready_IsRefused()
    {
        Assert.Equal("category-known", (await MapAsync("national security", "TCAC", People.Steward)).Refusal?.Code);
        Assert.Equal("category-unknown", (await MapAsync("Sea crimes", "No such", People.Steward)).Refusal?.Code);
    }

    [Fact]
    public async Task Add_CategoryAndSubcategory_AreInForceOnTheirDaysOnly()
    {
        var category = new NewCategory("sea1", "Sea Crimes", "Crimes at sea.", new DateOnly(2024, 1, 1));
        Assert.Null((await System.Get<AddCategory>().ExecuteAsync(category, People.Steward, Cancellation)).Refusal);
        Assert.Null(
            (
                await System
                    .Get<AddSubcategory>()
                    .ExecuteAsync(new AddSubcategoryInput("SEA1", "Piracy"), People.Steward, Cancellation)
            ).Refusal
        );

        var catalogue = await CatalogueAsync();
        Assert.True(catalogue.TryFind("sea crimes", out var added));
        Assert.Equal("SEA1", added.Code);
        Assert.False(added.IsInForce(new DateOnly(2023, 12, 31)));
        Assert.True(added.IsInForce(new DateOnly(2024, 1, 1)));
        Assert.True(catalogue.TryFindSubcategory("SEA1", "piracy", out _));
    }

    [Theory]
    [InlineData("", "Name", "Definition", "code")]
    [InlineData("A B", "Name", "Definition", "code")]
    [InlineData("TCAC", "Name", "Definition", "code")]
    [InlineData("SEA", "", "Definition", "name")]
    [InlineData("SEA", "National Security", "Definition", "name")]
    [InlineData("SEA", "Name", " ", "definition")]
    public async Task Add_WithWhatCannotBe_IsRefusedAtItsField(
        string code,
        string name,
        string definition,
        string field
    )
    {
        var added = await System
            .Get<AddCategory>()
            .ExecuteAsync(new NewCategory(code, name, definition), People.Steward, Cancellation);

        Assert.Equal(field, added.Refusal?.Field);
    }

    [Theory]
    [InlineData(Role.PerformanceAnalyst)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public async Task OtherRoles_DecideNothing(Role role)
    {
        Assert.Equal("not-allowed", (await MapAsync("Sea crimes", "NS", People.Holding(role))).Refusal?.Code);
    }

    private Task<Outcome> MapAsync(string text, string category, Person by) =>
        System.Get<MapCategory>().ExecuteAsync(new MapCategoryInput(text, category), by, Cancellation);

    private async Task<CategoryCatalogue> CatalogueAsync()
    {
        await using var context = System.CreateContext();
        return await CategoryCatalogues.LoadAsync(context, Cancellation);
    }
}
