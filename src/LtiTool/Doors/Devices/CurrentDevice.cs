using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.People;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>The device of somebody's own that a request comes from: filled by <see cref="DevicePath"/> before any page runs.</summary>
internal sealed class CurrentDevice
{
    private (Device Device, Person Person)? open;

    /// <summary>Whether the request comes from one that is open.</summary>
    public bool IsOpen => open is not null;

    /// <summary>The device.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Device Device => Open.Device;

    /// <summary>Whose it is.</summary>
    /// <exception cref="InvalidOperationException">There is no device.</exception>
    public Person Person => Open.Person;

    /// <summary>By this a browser tells what it keeps for one person from what it keeps for another; it says nothing else.</summary>
    public string Owner => DerivedId.From(Person.Id, "kept on a device").ToString("N");

    private (Device Device, Person Person) Open => open ?? throw new InvalidOperationException("The request comes from no open device.");

    /// <summary>The request comes from this device.</summary>
    internal void Begin(Device device, Person person) => open = (device, person);
}
