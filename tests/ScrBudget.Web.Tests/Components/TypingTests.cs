// The frames of a render tree are Blazor's own affair; the mark that this test is about is seen nowhere else.
#pragma warning disable BL0006
using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.RenderTree;
using ScrBudget.Web.Components;

namespace ScrBudget.Web.Tests.Components;

/// <summary>
/// Without the mark on its events, Blazor writes the answer to one keystroke over the next: letters went missing when
/// typed fast in a browser. bUnit has no such race, so the mark itself is looked at.
/// </summary>
public sealed class TypingTests : ComponentTest
{
    [Theory]
    [InlineData(false, "oninput")]
    [InlineData(true, "ontrackedinput")]
    public void TextInput_MarksItsEventsAsBringingTheValue(bool isTracked, string inputEvent)
    {
        var input = Render<ProbedInput>(p =>
            p.Add(i => i.Id, "title")
                .Add(i => i.Label, "Title")
                .Add(i => i.Saving, isTracked ? new SaveTracker("save-status") : null)
        );

        var marks = input.Instance.MarkedEvents;
        Assert.Equal([inputEvent, "onchange"], marks.Select(mark => mark.Event));
        Assert.All(marks, mark => Assert.Equal("value", mark.Attribute));
    }

    [Fact]
    public async Task TextInput_WhileASaveIsAwaited_GathersWhatIsTypedAndTellsTheLastOnly()
    {
        List<string> told = [];
        var firstSave = new TaskCompletionSource();
        var field = Render<TextField>(p =>
            p.Add(f => f.Id, "title")
                .Add(f => f.Label, "Title")
                .Add(
                    f => f.OnInput,
                    text =>
                    {
                        told.Add(text);
                        return told.Count == 1 ? firstSave.Task : Task.CompletedTask;
                    }
                )
        );

        var first = field.Find("input").InputAsync("a");
        var second = field.Find("input").InputAsync("ab");
        var third = field.Find("input").InputAsync("abc");
        Assert.Equal(["a"], told);
        firstSave.SetResult();
        await Task.WhenAll(first, second, third);

        Assert.Equal(["a", "abc"], told);
    }

    [Fact]
    public void EchoFilter_ThatNeverHearsAnEcho_DoesNotForgetTheNewestReport()
    {
        var echoes = new EchoFilter<string>();
        Assert.True(echoes.IsNew("start"));
        for (var keystroke = 0; keystroke < 1000; keystroke++)
        {
            echoes.Report(keystroke.ToString(CultureInfo.InvariantCulture));
        }

        Assert.False(echoes.IsNew("999"));
        Assert.True(echoes.IsNew("998"), "It was reported before the one that came back: the caller means it.");
    }

    private sealed class ProbedInput : TextInputBase
    {
        public List<(string Event, string Attribute)> MarkedEvents { get; } = [];

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            var state = new FieldState(Id, null, IsInvalid: false, IsRequired: false);
            var element = InputElement("input", state, "usa-input", null, new Dictionary<string, object?>());
            builder.AddContent(0, element);
            var frames = builder.GetFrames();
            for (var index = 0; index < frames.Count; index++)
            {
                ref var frame = ref frames.Array[index];
                if (
                    frame.FrameType == RenderTreeFrameType.Attribute
                    && frame.AttributeEventUpdatesAttributeName is { } attribute
                )
                {
                    MarkedEvents.Add((frame.AttributeName, attribute));
                }
            }
        }
    }
}
