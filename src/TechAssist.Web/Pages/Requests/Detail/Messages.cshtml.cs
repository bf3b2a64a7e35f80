using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Correspondence;
using TechAssist.Core.Documents;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Requests.Detail;

/// <summary>What those who work on a case write to each other, the latest first.</summary>
[RequestSizeLimit(AttachDocument.Most + (1024 * 1024))]
public sealed class MessagesModel(ListMessages listMessages, PostMessage postMessage) : CaseTab
{
    public override string Tab => "messages";

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty]
    public MessageInput Input { get; set; } = new();

    public Page<MessageRow> Messages { get; private set; } = new([], null);

    public IReadOnlyList<MessageReader> Readers { get; private set; } = [];

    public bool MayWrite => Standing.IsWorkedOn && (Standing.Status != Core.Requests.RequestStatus.Closed || Actor.IsSecretariat);

    public IEnumerable<Choice> Mentionable => Readers.Select(reader => new Choice(reader.Id.ToString(), reader.Name));

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        Messages = await listMessages.ExecuteAsync(Standing.Id, new PageInput { PageSize = 30, After = After }, Actor, cancellationToken);
        Readers = MayWrite ? await listMessages.ReadersAsync(Standing.Id, Actor, cancellationToken) : [];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        var files = Input.File.Select(file => new PostedFile(file.FileName, file.ContentType, file.OpenReadStream())).ToList();
        await postMessage.ExecuteAsync(
            new PostMessageInput
            {
                RequestId = Standing.Id,
                Text = Input.Text,
                IsInternal = Input.IsInternal,
                Mentions = Input.Mentions,
            },
            files, Actor, cancellationToken);
        Flash("Message.Sent");
        return LocalRedirect(Links.CaseTab(Standing.Reference, "messages"));
    }

    public sealed record MessageInput
    {
        public string? Text { get; init; }

        public bool IsInternal { get; init; }

        public List<Guid> Mentions { get; init; } = [];

        public List<IFormFile> File { get; init; } = [];
    }
}
