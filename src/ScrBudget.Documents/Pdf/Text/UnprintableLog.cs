using System.Text;

namespace ScrBudget.Documents.Pdf.Text;

/// <summary>Collects the characters that could not be printed, each once a place.</summary>
internal sealed class UnprintableLog
{
    private readonly HashSet<(string Place, string Character)> _seen = [];
    private readonly List<UnprintableCharacter> _found = [];

    public IReadOnlyList<UnprintableCharacter> Found => _found;

    public void Add(string place, Rune character, string reason) =>
        Add(place, character.ToString(), character.Value, reason);

    public void AddLoneSurrogate(string place, char surrogate) =>
        Add(place, surrogate.ToString(), surrogate, "half of a surrogate pair");

    private void Add(string place, string character, int codePoint, string reason)
    {
        if (_seen.Add((place, character)))
        {
            _found.Add(new UnprintableCharacter(place, character, $"U+{codePoint:X4}: {reason}"));
        }
    }
}
