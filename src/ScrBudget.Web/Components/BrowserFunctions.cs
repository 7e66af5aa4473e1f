using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ScrBudget.Web.Components;

/// <summary>What <c>wwwroot/scrbudget.js</c> does for components; only while a circuit is up.</summary>
public static class BrowserFunctions
{
    /// <summary>Moves the focus to the element with this id, and shows it; does nothing when there is none.</summary>
    public static ValueTask FocusByIdAsync(this IJSRuntime browser, string id) =>
        browser.InvokeVoidAsync("scrBudget.focusById", id);

    /// <summary>
    /// Gives the focus back to what lost it when its row was moved, else to the element with this id; whoever has gone on
    /// elsewhere meanwhile stays there.
    /// </summary>
    public static ValueTask FollowFocusAsync(this IJSRuntime browser, string id) =>
        browser.InvokeVoidAsync("scrBudget.followFocus", id);

    /// <summary>Selects a field's text and puts it on the clipboard; where that is not allowed it stays selected for the keys.</summary>
    public static ValueTask SelectAndCopyAsync(this IJSRuntime browser, string fieldId) =>
        browser.InvokeVoidAsync("scrBudget.selectAndCopy", fieldId);

    /// <summary>Opens a dialog over the page; closing it gives the focus back.</summary>
    public static ValueTask ShowDialogAsync(this IJSRuntime browser, ElementReference dialog) =>
        browser.InvokeVoidAsync("scrBudget.showDialog", dialog);

    public static ValueTask CloseDialogAsync(this IJSRuntime browser, ElementReference dialog) =>
        browser.InvokeVoidAsync("scrBudget.closeDialog", dialog);

    /// <summary>
    /// Puts text where the cursor is, in place of what is selected, and returns the whole new value. The field's own
    /// input event is raised too, so that its <c>OnInput</c> hears of it.
    /// </summary>
    public static ValueTask<string> InsertAtCursorAsync(this IJSRuntime browser, string fieldId, string text) =>
        browser.InvokeAsync<string>("scrBudget.insertAtCursor", fieldId, text);

    /// <summary>Puts <paramref name="mark"/> before and after the selection, as <c>**</c> for bold; returns the new value.</summary>
    public static ValueTask<string> WrapSelectionAsync(this IJSRuntime browser, string fieldId, string mark) =>
        browser.InvokeAsync<string>("scrBudget.wrapSelection", fieldId, mark);

    /// <summary>Puts <paramref name="prefix"/> before each selected line, as <c>- </c> for bullets; returns the new value.</summary>
    public static ValueTask<string> PrefixLinesAsync(this IJSRuntime browser, string fieldId, string prefix) =>
        browser.InvokeAsync<string>("scrBudget.prefixLines", fieldId, prefix);
}
