using TechAssist.Core.Reference;

namespace TechAssist.Core.Missions.Delivery;

/// <summary>What a part of the delivery must hold to be kept; paths are those of <see cref="DeliveryPlan"/>.</summary>
internal sealed class DeliveryRules(DeliveryPlan plan, Mission mission, ReferenceSnapshot data, DateOnly today)
{
    private readonly List<FieldError> errors = [];

    public IReadOnlyList<FieldError> Check(DeliveryPart part)
    {
        errors.AddRange(InputCheck.Check(plan));
        switch (part)
        {
            case DeliveryPart.Types:
                CheckTypes();
                break;
            case DeliveryPart.Sessions:
                Each(plan.Sessions, "sessions", CheckSession);
                break;
            case DeliveryPart.Enquiry:
                Each(plan.Questions, "questions", (question, at) => Need(question.Question, at + ".question"));
                Each(plan.Interviews, "interviews", CheckInterview);
                break;
            case DeliveryPart.Drafts:
                Each(plan.Drafts, "drafts", CheckDraft);
                break;
            case DeliveryPart.Contacts:
                Each(plan.Contacts, "contacts", CheckContact);
                break;
            case DeliveryPart.Groups:
                Each(plan.Groups, "groups", CheckGroup);
                break;
        }

        return errors;
    }

    private void CheckTypes()
    {
        if (plan.Types.Count == 0)
        {
            errors.Add(new FieldError("types", "required"));
        }

        if (plan.Types.Any(type => data.AssistanceType(type) is null))
        {
            errors.Add(new FieldError("types", "not-a-choice"));
        }

        if (plan.Country is not null && data.Country(plan.Country) is null)
        {
            errors.Add(new FieldError("country", "not-a-choice"));
        }
    }

    private void CheckSession(Session session, string at)
    {
        Need(session.Title, at + ".title");
        NeedDay(session.On, at + ".on");
        NeedTime(session.From, at + ".from");
        NeedTime(session.To, at + ".to");
        if (session.To <= session.From)
        {
            errors.Add(new FieldError(at + ".to", "ends-before-it-begins"));
        }

        var (first, last) = (mission.ActualStartOn ?? mission.StartOn, mission.LastOn);
        if (session.On < first || session.On > last)
        {
            errors.Add(new FieldError(at + ".on", "outside-the-mission", first!, last!));
        }

        if (session.Trainers.Any(trainer => !mission.Members.Exists(member => member.ExpertId == trainer)))
        {
            errors.Add(new FieldError(at + ".trainers", "not-a-choice"));
        }
    }

    private void CheckInterview(Interview interview, string at)
    {
        if (Blank.ToNull(interview.Institution) is null && Blank.ToNull(interview.Person) is null)
        {
            errors.Add(new FieldError(at + ".institution", "required"));
        }

        if (interview.State == InterviewState.NotPossible)
        {
            Need(interview.Reason, at + ".reason");
        }

        if (interview.State == InterviewState.Done)
        {
            NeedPastDay(interview.On, at + ".on");
        }
    }

    private void CheckDraft(DraftRow draft, string at)
    {
        Need(draft.Title, at + ".title");
        // What is only outlined may have no day yet; any other stage is planned or reached.
        if (draft.On is not null || (draft.Stage != DraftStage.Outline && draft.PlannedOn is null))
        {
            NeedPastDay(draft.On, at + ".on");
        }
    }

    private void CheckContact(MentoringContact contact, string at)
    {
        Need(contact.Topic, at + ".topic");
        if (contact.On is null && contact.PlannedOn is not null)
        {
            return;
        }

        NeedPastDay(contact.On, at + ".on");
        if (contact.Minutes is null)
        {
            errors.Add(new FieldError(at + ".minutes", "required"));
        }
    }

    private void CheckGroup(ParticipantGroup group, string at)
    {
        Need(group.Institution, at + ".institution");
        if (group.Women is null && group.Men is null)
        {
            errors.Add(new FieldError(at + ".women", "required"));
        }
    }

    private static void Each<T>(IReadOnlyList<T> rows, string field, Action<T, string> check)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            check(rows[index], $"{field}[{index}]");
        }
    }

    private void Need(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            errors.Add(new FieldError(field, "required"));
        }
    }

    private void NeedDay(DateOnly? day, string field)
    {
        if (day is null)
        {
            errors.Add(new FieldError(field, "required"));
        }
    }

    private void NeedTime(TimeOnly? time, string field)
    {
        if (time is null)
        {
            errors.Add(new FieldError(field, "required"));
        }
    }

    private void NeedPastDay(DateOnly? day, string field)
    {
        NeedDay(day, field);
        if (day > today)
        {
            errors.Add(new FieldError(field, "in-the-future"));
        }
    }
}
