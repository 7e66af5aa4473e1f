using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ScrBudget.Documents.Word;

namespace ScrBudget.Documents.Tests.Word;

public sealed class WordTemplateTests
{
    [Fact]
    public void EveryShippedTemplate_IsValidAndPrints()
    {
        var templates = Directory.GetFiles(EditedTemplate.PathOf(""), "*.docx");

        Assert.NotEmpty(templates);
        Assert.All(
            templates,
            path =>
            {
                using var template = new WordFile(File.ReadAllBytes(path));
                using var printed = new WordFile(
                    WordExhibit.Print(SampleExhibits.Submitted(), File.ReadAllBytes(path))
                );
                Assert.Empty(template.Errors);
                Assert.Empty(printed.Errors);
                Assert.DoesNotContain("[", printed.Text);
            }
        );
    }

    [Fact]
    public void EveryTagOfTheShippedTemplate_StandsInTheReadme()
    {
        var readme = File.ReadAllText(Path.Combine(Repository(), "templates", "README.md"));
        using var template = new WordFile(EditedTemplate.Shipped());

        var tags = template.Roots.SelectMany(root => root.Descendants<Tag>()).Select(tag => tag.Val!.Value!).ToList();

        Assert.True(tags.Count > 60);
        Assert.All(tags.Distinct(), tag => Assert.Contains($"`{tag}`", readme));
    }

    [Fact]
    public void Print_FromATemplateWithAnUnknownTag_NamesTheTag()
    {
        var template = EditedTemplate.With(body => body.PrependChild(EditedTemplate.ParagraphControl("justifcation")));

        var error = Assert.Throws<TemplateException>(() => WordExhibit.Print(SampleExhibits.Submitted(), template));

        Assert.Contains("\"justifcation\" in the body is not known", error.Message);
    }

    [Theory]
    [InlineData("personnel.type", "belongs into the list \"personnel\"")]
    [InlineData("personnel", "not a repeating section")]
    [InlineData("figures-chart", "once")]
    public void Print_FromATemplateWithAMisplacedTag_SaysWhereItBelongs(string tag, string fault)
    {
        var template = EditedTemplate.With(body =>
            body.InsertBefore(EditedTemplate.ParagraphControl(tag), body.GetFirstChild<SectionProperties>())
        );

        var error = Assert.Throws<TemplateException>(() => WordExhibit.Print(SampleExhibits.Submitted(), template));

        Assert.Contains($"\"{tag}\"", error.Message);
        Assert.Contains(fault, error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(5000)]
    public void Print_FromACutTemplate_SaysThatItCannotBeRead(int length)
    {
        var cut = EditedTemplate.Shipped()[..length];

        var error = Assert.Throws<TemplateException>(() => WordExhibit.Print(SampleExhibits.Submitted(), cut));

        Assert.Contains("templates/exhibit.docx", error.Message);
    }

    [Fact]
    public void Print_FromATemplateWhoseXmlIsBroken_SaysThatItCannotBeRead()
    {
        var broken = EditedTemplate.WithPart("word/document.xml", "<w:document");

        var error = Assert.Throws<TemplateException>(() => WordExhibit.Print(SampleExhibits.Submitted(), broken));

        Assert.Contains("templates/exhibit.docx cannot be read", error.Message);
    }

    [Theory]
    [InlineData("banner")]
    [InlineData("number")]
    [InlineData("status")]
    [InlineData("as-of")]
    [InlineData("notices")]
    public void Print_FromATemplateThatDropsWhatEveryPageBears_IsRefusedAndNamesIt(string tag)
    {
        var template = EditedTemplate.WithHeadersAndFooters(root =>
        {
            foreach (
                var control in root.Descendants<SdtElement>().Where(of => EditedTemplate.TagOf(of) == tag).ToList()
            )
            {
                control.Remove();
            }
        });

        var error = Assert.Throws<TemplateException>(() => WordExhibit.Print(SampleExhibits.Submitted(), template));

        Assert.Contains($"the tag \"{tag}\" is missing", error.Message);
    }

    [Fact]
    public void Print_FromATemplateWithAnUnmarkedFirstPage_IsRefused()
    {
        var template = EditedTemplate.WithMain(main =>
            main.AddNewPart<HeaderPart>("rIdFirst").Header = new Header(new Paragraph(new Run(new Text("Seal"))))
        );

        var error = Assert.Throws<TemplateException>(() => WordExhibit.Print(SampleExhibits.Submitted(), template));

        Assert.Contains("\"banner\" is missing", error.Message);
    }

    [Fact]
    public void Print_FromATemplateWithoutFileProperties_WritesThemAndGivesTheSameBytes()
    {
        var template = EditedTemplate.WithDocument(document => document.DeletePart(document.CoreFilePropertiesPart!));

        var bytes = WordExhibit.Print(SampleExhibits.Submitted(), template);

        using var file = new WordFile(bytes);
        Assert.StartsWith("FY2029-VAP-003", file.Title);
        Assert.Equal(WordExhibit.Print(SampleExhibits.Submitted(), template), bytes);
    }

    [Fact]
    public void Print_FromATemplateWithoutAControl_LeavesThatPartOut()
    {
        var template = EditedTemplate.With(body =>
        {
            EditedTemplate.Control(body, "if-not-funded").Remove();
            EditedTemplate.Control(body, "contact").Ancestors<TableRow>().First().Remove();
        });

        using var file = new WordFile(WordExhibit.Print(SampleExhibits.Submitted(), template));

        Assert.DoesNotContain("11 days", file.Text);
        Assert.DoesNotContain("555-0142", file.Text);
        Assert.Contains("Operations and Support", file.Text);
        Assert.Empty(file.Errors);
    }

    [Fact]
    public void Print_FromATemplateInAnotherOrderWithOtherHeadings_FollowsTheTemplate()
    {
        var template = EditedTemplate.With(body =>
        {
            var description = EditedTemplate.Control(body, "description");
            description.Remove();
            body.InsertBefore(description, body.GetFirstChild<SectionProperties>());
            var heading = body.Descendants<Text>().Single(text => text.Text == "Justification");
            heading.Text = "Need";
        });

        using var file = new WordFile(WordExhibit.Print(SampleExhibits.Submitted(), template));

        Assert.StartsWith("Agents reported 1,238", file.TextBeneath("Need"));
        Assert.True(file.Text.IndexOf("This request funds", StringComparison.Ordinal) > file.Text.Length / 2);
        Assert.Empty(file.Errors);
    }

    [Fact]
    public void Print_FromATemplateWhereWordMadeAnotherKindOfControl_PrintsTheSameText()
    {
        var template = EditedTemplate.With(body =>
        {
            body.PrependChild(EditedTemplate.ParagraphControl("office"));
            body.PrependChild(
                new Paragraph(new Run(new Text("In short: ")), EditedTemplate.LineControl("description"))
            );
        });

        using var file = new WordFile(WordExhibit.Print(SampleExhibits.Submitted(), template));

        Assert.StartsWith("In short: This request funds 16 positions", file.Text);
        Assert.Contains("\n• 13 victim assistance specialists in field offices;\n", file.Text);
        Assert.Contains("\nVictim Assistance Program\n", file.Text);
        Assert.Empty(file.Errors);
    }

    [Fact]
    public void Print_KeepsTheLookThatTheTemplateGivesATag()
    {
        var template = EditedTemplate.With(body =>
            EditedTemplate.Control(body, "headline").Descendants<Run>().Single().RunProperties = new RunProperties(
                new Italic()
            )
        );

        using var file = new WordFile(WordExhibit.Print(SampleExhibits.Submitted(), template));

        var headline = EditedTemplate.Control(file.Body, "headline").Descendants<Run>().Single();
        Assert.Equal("$3.0 million · 16 positions · 8 FTE", headline.InnerText);
        Assert.NotNull(headline.RunProperties?.Italic);
    }

    [Theory]
    [InlineData("headline", "$3.0 million · 16 positions · 8 FTE")]
    [InlineData("description", "This request funds 16 positions")]
    public void Print_IntoAControlThatShowsItsPlaceholder_DropsThePlaceholderAndItsGrey(string tag, string text)
    {
        var template = EditedTemplate.With(body =>
        {
            var control = EditedTemplate.Control(body, tag);
            control.SdtProperties!.Append(new ShowingPlaceholder());
            foreach (var run in control.Descendants<Run>())
            {
                run.RunProperties = new RunProperties(new RunStyle { Val = "PlaceholderText" });
            }
        });

        using var file = new WordFile(WordExhibit.Print(SampleExhibits.Submitted(), template));

        var filled = EditedTemplate.Control(file.Body, tag);
        Assert.StartsWith(text, filled.InnerText);
        Assert.Empty(filled.Descendants<ShowingPlaceholder>());
        Assert.Empty(filled.Descendants<RunStyle>());
        Assert.Empty(file.Errors);
    }

    [Fact]
    public void Print_FromAPrintedFile_PrintsTheListsAgain()
    {
        var printed = WordExhibit.Print(SampleExhibits.Submitted());

        using var file = new WordFile(
            WordExhibit.Print(SampleExhibits.Submitted() with { Title = "Revised" }, printed)
        );

        Assert.Equal("Revised", file.Headings[0].Text);
        Assert.Equal(4, file.Cells("Personnel cost by position type").Count);
        Assert.Single(file.Main.ChartParts);
        Assert.Empty(file.Errors);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ScrBudget.sln")))
        {
            folder = folder.Parent!;
        }
        return folder.FullName;
    }
}
