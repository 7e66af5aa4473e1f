using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Tests.Requests;

public sealed class TextCleaningTests
{
    [Theory]
    [InlineData(
        "one\r\ntwo\rthree\vfour\u2028five\u2029six\u0085seven\feight",
        "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight"
    )]
    [InlineData("a\0b\u0001c\u007Fd\u009Fe", "abcde")]
    [InlineData("a\uD800b\uDC00c", "abc")]
    [InlineData("\uD83D\uDE00 stays whole", "\uD83D\uDE00 stays whole")]
    [InlineData("a\uFFFEb\uFDD0c\uFFFDd", "abcd")]
    [InlineData("a\tb", "a b")]
    [InlineData("FY\u202E9202\u202C \u2066title\u2069", "FY9202 title")]
    [InlineData("\u200Fa\u200Bb\uFEFFc\u00ADd\U000E0041e", "abcde")]
    [InlineData("\uD83D\uDC69\u200D\uD83D\uDD2C stays whole", "\uD83D\uDC69\u200D\uD83D\uDD2C stays whole")]
    [InlineData("“quoted” – and — dashed…", "“quoted” – and — dashed…")]
    [InlineData("line end  \nnext  \n\n", "line end\nnext")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Paragraphs_KeepsTheWordsAndRemovesWhatMayNotBeStored(string? text, string cleaned) =>
        Assert.Equal(cleaned, TextCleaning.Paragraphs(text));

    [Theory]
    [InlineData("•\tSpecialists", "- Specialists")]
    [InlineData("   ▪ Specialists ", "- Specialists")]
    [InlineData("\uF0B7\tfrom Word's Symbol font", "- from Word's Symbol font")]
    [InlineData("\uF0A7 from Wingdings", "- from Wingdings")]
    [InlineData("·\u00A0Specialists", "- Specialists")]
    [InlineData("•  ", "-")]
    [InlineData("- already one", "- already one")]
    [InlineData("a • b", "a • b")]
    [InlineData("•", "•")]
    public void Paragraphs_TurnsPastedBulletsIntoOurs(string line, string cleaned) =>
        Assert.Equal(cleaned, TextCleaning.Paragraphs(line));

    [Theory]
    [InlineData("  one\r\ntwo\tthree\0 ", "one two three")]
    [InlineData("\uD800", "")]
    [InlineData("\u202Eeltit", "eltit")]
    public void Line_IsOneLine(string text, string cleaned) => Assert.Equal(cleaned, TextCleaning.Line(text));

    [Fact]
    public void Typed_MovesNothingUnderTheAuthorsHands() =>
        Assert.Equal("• two \n ", TextCleaning.Typed("• two\0 \r\n "));

    [Property(Arbitrary = [typeof(AnyUtf16)])]
    public void Cleaning_IsIdempotentAndLeavesNothingThatADatabaseRefuses(string text)
    {
        foreach (var clean in (Func<string?, string>[])[TextCleaning.Paragraphs, TextCleaning.Line, TextCleaning.Typed])
        {
            var once = clean(text);

            Assert.Equal(once, clean(once));
            Assert.DoesNotContain(once.EnumerateRunes(), rune => Rune.IsControl(rune) && rune.Value != '\n');
            Assert.DoesNotContain(Rune.ReplacementChar, once.EnumerateRunes());
        }
    }

    /// <summary>Texts of what goes wrong: halves of surrogate pairs, controls, bullets, white space of all kinds.</summary>
    private static class AnyUtf16
    {
        public static Arbitrary<string> Text() =>
            Gen.OneOf(
                    Gen.Elements("• -*\n\r\t\0\u00A0\u2028\u0085\uF0B7ab▪".ToCharArray()),
                    Gen.Choose(0, char.MaxValue).Select(code => (char)code),
                    Gen.Choose(0xD7FE, 0xE001).Select(code => (char)code)
                )
                .ArrayOf()
                .Select(characters => new string(characters))
                .ToArbitrary();
    }
}
